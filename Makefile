# One thin line per verb; the work is done by `python -m autograder` (see --help of each verb).
# Set-up happens by itself: the first target builds .venv from requirements.lock.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
EXTRAS := $(VENV)/.extras
ARGS ?=
KILLS ?= 50
SCREENSHOTS ?= screenshots
SEED ?= $(shell date +%s)

# What each verb takes by name, besides TAKES: of a name that it does not know make says nothing.
TAKES := ARGS PYTHON VENV TORCH_INDEX
TAKES_collect := FROM
TAKES_grade := FROM WORKERS
TAKES_export := TO
TAKES_history := STUDENT ASSIGNMENT
TAKES_new := NAME
TAKES_test-browser := SCREENSHOTS
TAKES_kills := KILLS SEED
TAKEN := $(foreach verb,$(MAKECMDGOALS),$(TAKES_$(verb))) $(TAKES)
GIVEN := $(foreach name,$(.VARIABLES),$(if $(filter command,$(origin $(name))),$(name)))
STRAY := $(filter-out $(TAKEN),$(GIVEN))

# What a verb cannot do without, as it may be typed.
NEEDS_collect := FROM=moodle.zip
NEEDS_export := TO=moodle
NEEDS_history := STUDENT=4021 ASSIGNMENT=a01_sigmoid
NEEDS_new := NAME=a19_rnn
lacking = $(foreach need,$(NEEDS_$(1)),$(if $($(firstword $(subst =, ,$(need)))),,$(need)))
LACKS := $(firstword $(foreach verb,$(MAKECMDGOALS),$(if $(strip $(call lacking,$(verb))),$(verb))))
LACKED := $(firstword $(subst =, ,$(call lacking,$(LACKS))))

# What make tells by itself is in the terminal's language: $(call told,message,message,hint,hint), Korean first.
KO := $(filter ko%,$(or $(LC_ALL),$(LC_MESSAGES),$(LANG)))
say = $(strip $(if $(KO),$(1),$(2)))
told = { echo "error: $(call say,$(1),$(2))"; echo; \
	  echo "hint: $(call say,$(3),$(4))"; exit 2; } >&2

.DEFAULT_GOAL := help
VERBS := help setup release collect grade feedback history check mutants test attacks fuzz test-nbgrader test-browser kills lint format lock pictures test-selfcheck test-cluster bench report export similarity new
.PHONY: $(VERBS) typed
ASIDE := $(filter-out $(VERBS),$(MAKECMDGOALS))

help: ##- this list
	@awk -F ' ##-? ' -v said=$(call say,2,3) \
	  '/^##@ / {printf "%s%s\n", group++ ? "\n" : "", said == 2 ? substr($$1, 5) : $$2} \
	  /^[a-z-]+:.* ##/ {split($$1, verb, ":")} \
	  /^[a-z-]+:.* ## / {printf "  make %-11s %s\n", verb[1], $$said} \
	  /^[a-z-]+:.* ##- / {more = more " " verb[1]} \
	  END {print "  $(call say,그 밖에,and) make", substr(more, 2) "\n"}' $(MAKEFILE_LIST) | fold -s -w 80
	@echo '$(call say,옵션은 ARGS에 씁니다:,Options go into ARGS:) make grade ARGS="--lang en --timings"'
	@echo '$(call say,작은 torch(CPU용):,A smaller torch:) make setup TORCH_INDEX=https://download.pytorch.org/whl/cpu'

.DEFAULT: # what is no verb: the nearest ones
	@near=$$(awk -F: '/^[a-z-]+:.*##/ {print $$1}' $(firstword $(MAKEFILE_LIST)) | $(or $(PYTHON),true) -c \
	  'import difflib, sys; print(*difflib.get_close_matches("$@", sys.stdin.read().split(), 1))'); \
	test -z "$$near" || $(call told,'make $@' 명령은 없습니다.,There is no 'make $@'.,\
	  혹시 make $$near 명령인가요?,Did you mean make $$near?); \
	$(call told,'make $@' 명령은 없습니다.,There is no 'make $@'.,\
	  make만 입력하면 명령을 모두 보여 줍니다.,make alone lists the verbs.)

setup: $(READY) ##- build the environment (.venv); every other verb does it by itself

##@ 수업 ## Teach

release: $(READY) ## 배부할 폴더와 zip, ARGS=--solutions로 모범 답안 ## make what students download; ARGS=--solutions when it is due
	$(PY) -m autograder release $(ARGS)

collect: $(READY) ## LMS에서 받은 것을 정리: make collect FROM=moodle.zip ## take what the LMS gave: make collect FROM=moodle.zip
	$(PY) -m autograder collect "$(FROM)" $(ARGS)

grade: $(READY) $(if $(WORKERS),$(EXTRAS)) ## 채점, FROM=moodle.zip을 붙이면 수거부터 ## grade the class; with FROM=moodle.zip collect it first
	$(PY) -m autograder grade $(if $(FROM),"$(FROM)") $(if $(WORKERS),--workers "$(WORKERS)") $(ARGS)

feedback: $(READY) ## 피드백 페이지, ARGS=--zip은 LMS에 올릴 zip까지 ## write the students' pages; ARGS=--zip for the LMS's upload
	$(PY) -m autograder feedback $(ARGS)

report: $(READY) ## 학급 보고서: 무엇을, 누구에게 다시 가르칠지 ## write the class report: what to teach again, and to whom
	$(PY) -m autograder report $(ARGS)

export: $(READY) ## LMS에 올릴 성적 파일: TO=moodle (또는 canvas, excel) ## write the marks for an LMS: TO=moodle (or canvas, excel)
	$(PY) -m autograder export "$(TO)" $(ARGS)

similarity: $(READY) ## 코드가 겹치는 제출물 (베꼈다는 증거는 아님) ## show which submissions share code (which is no proof)
	$(PY) -m autograder similarity $(ARGS)

history: $(READY) ## 점수가 바뀐 까닭: STUDENT=4021 ASSIGNMENT=a01_sigmoid ## tell why a mark changed: STUDENT=4021 ASSIGNMENT=a01_sigmoid
	$(PY) -m autograder history "$(STUDENT)" "$(ASSIGNMENT)" $(ARGS)

##@ 과제 만들기 ## Write assignments

new: $(READY) ## 작동하는 예가 든 새 과제: make new NAME=a19_rnn ## lay out one with a working example: make new NAME=a19_rnn
	$(PY) -m autograder new "$(NAME)" $(ARGS)

check: $(READY) ## 과제에 빠진 것이 없고 채점이 옳은지 확인 ## check that assignments are whole and graded as they must be
	$(PY) -m autograder check $(ARGS)

mutants: $(READY) ## 채점 코드 시험: 어떤 오답이 통과하는가 ## test the graders: which wrong answers get through?
	$(PY) -m autograder mutants $(ARGS)

##@ 도구 손질 ## Work on the kit

test: $(READY) ## 이 도구 자체의 테스트 ## run the kit's own tests
	$(PY) -m pytest -n auto --dist loadfile $(ARGS)

pictures: $(READY) ##- draw what the notebooks draw once everything is written (pictures/)
	$(PY) -m pytest tests/test_pictures.py -m "" --basetemp=pictures -o tmp_path_retention_policy=all $(ARGS)

attacks: $(READY) ##- attack the kit in every tier, as root and as a user (as root, for all of it)
	$(PY) -m pytest tests/attacks -m nightly $(ARGS)

fuzz: $(READY) ##- ten thousand malformed frames per property, in place of hundreds
	$(PY) -m pytest -n auto --hypothesis-profile=fuzz tests/sandbox/test_wire_fuzz.py tests/judge/test_any_reply.py -m "" $(ARGS)

test-nbgrader: $(EXTRAS) ##- what is released, in nbgrader's own hands: validate, exchange, autograde
	$(PY) -m pytest tests/nbgrading -m "" $(ARGS)

test-browser: $(EXTRAS) ##- the course in a real browser, in both languages; pictures in screenshots/
	tools/browser
	SCREENSHOTS="$(SCREENSHOTS)" $(PY) -m pytest -x tests/browser -m browser $(ARGS)

test-selfcheck: $(READY) ##- do self-check and graders agree, on every known answer; is every hint the right one
	$(PY) -m pytest tests/selfcheck -m "" $(ARGS)

test-cluster: $(EXTRAS) ##- a class on Dask's workers, some of which are killed
	$(PY) -m pytest tests/farm/test_cluster.py -m nightly $(ARGS)

bench: $(READY) ##- time the kit against nbgrader, Otter and the bare functions: docs/benchmark.md
	PYTHONPATH=. $(PY) tools/bench $(ARGS)

kills: $(READY) ##- kill the grader's processes at random, see that nothing is lost
	KILLS=$(KILLS) SEED=$(SEED) $(PY) -m pytest -s tests/kills $(ARGS)

lint: $(READY) ## ruff와 mypy ## ruff and mypy
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check autograder tests tools
	$(VENV)/bin/mypy

format: $(READY) ##- put the code in its form
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format autograder tests tools

lock: $(READY) ##- pin the newest packages that pyproject.toml admits (needs uv)
	tools/lock

typed: # what make would pass over without a word, and what would be missed late
	@test -z "$(STRAY)" || $(call told,\
	  'make $(MAKECMDGOALS)' 명령에는 $(firstword $(STRAY))=… 값을 쓸 수 없습니다.,\
	  'make $(MAKECMDGOALS)' takes no $(firstword $(STRAY))=…,\
	  쓸 수 있는 이름: $(TAKEN). 옵션은 ARGS='--lang en'처럼 ARGS에 씁니다.,\
	  It takes $(TAKEN). Options go into ARGS: ARGS='--lang en')
	@test -z "$(ASIDE)" || $(call told,\
	  'make $(firstword $(ASIDE))' 명령은 없습니다.,\
	  There is no 'make $(firstword $(ASIDE))'.,\
	  무엇인지 이름을 붙이세요: make collect FROM=moodle.zip · make check ARGS=a01_sigmoid,\
	  Say what it is: make collect FROM=moodle.zip · make check ARGS=a01_sigmoid)
	@test -z "$(LACKS)" || $(call told,\
	  'make $(LACKS)' 명령에는 $(LACKED)=… 값이 필요합니다.,\
	  'make $(LACKS)' needs $(LACKED)=…,\
	  이렇게 씁니다: make $(LACKS) $(NEEDS_$(LACKS)),\
	  Like this: make $(LACKS) $(NEEDS_$(LACKS)))

$(READY): requirements.lock | typed
	@test -n "$(PYTHON)" || $(call told,\
	  Python 3.11 이상이 필요하지만 찾지 못했습니다.,\
	  Python 3.11 or newer is needed and none was found.,\
	  설치하거나 어디에 있는지 알려 주세요: make setup PYTHON=/path/to/python3.12,\
	  Install it or name it: make setup PYTHON=/path/to/python3.12)
	@echo "$(call say,처음 한 번 $(VENV) 폴더에 1GB쯤 되는 패키지를 설치합니다. GPU용 torch는 더 큽니다.,\
	  Setting up $(VENV) once: packages of about a gigabyte; more with the build of torch for GPUs.)" >&2
	@$(PYTHON) -m venv $(VENV) || $(call told,\
	  가상 환경을 만들 수 없습니다: $(PYTHON),\
	  $(PYTHON) cannot make a virtual environment.,\
	  Debian과 Ubuntu: apt-get install python3-venv,\
	  On Debian and Ubuntu: apt-get install python3-venv)
ifdef TORCH_INDEX
	$(PY) -m pip install --quiet --disable-pip-version-check --index-url $(TORCH_INDEX) torch==2.13.0
endif
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@touch $@

$(EXTRAS): $(READY) requirements-extras.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --requirement requirements-extras.lock
	@touch $@
