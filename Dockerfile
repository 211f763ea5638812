# For macOS and Windows: Linux isolates student code, and a container brings a Linux.
#   docker build --tag exercise-kit .
#   docker run --rm --env TZ=Asia/Seoul --volume "$PWD":/course exercise-kit grade FROM=moodle.zip
# Docker 23 or newer, default profile; no privileges are needed. docs/threat-model.md says what holds.
FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3-venv make git tzdata fonts-nanum \
 && rm -rf /var/lib/apt/lists/*
COPY Makefile requirements.lock /build/
RUN make -C /build setup VENV=/opt/venv TORCH_INDEX=https://download.pytorch.org/whl/cpu
WORKDIR /course
ENTRYPOINT ["make", "VENV=/opt/venv"]
