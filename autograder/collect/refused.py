"""How a file that cannot be taken is told: one sentence, then the remedy, in Korean and English."""

from autograder.text import Text, visible

LONGEST = 300


class Refused(Exception):
    """A file, a zip or a student's work that is not taken; `text` is for the instructor."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ko, en)


def printable(name: str) -> str:
    """A stranger's file name as it may be shown: it commands no terminal and fills no screen."""
    shown = visible(name)
    half = LONGEST // 2
    return shown if len(shown) <= LONGEST else f"{shown[:half]}…{shown[-half:]}"


# one for each thing that can be wrong with a file


def other_archive(origin: str) -> Refused:
    """An archive that is not opened here, such as .7z."""
    return Refused(
        f"{origin}: 열 수 없는 압축 형식입니다. 노트북이나 zip으로 다시 받으세요.",
        f"{origin} is an archive of a kind that is not opened. Have the notebook or a zip handed in.",
    )


def no_work(origin: str) -> Refused:
    """A zip without a file that could be work."""
    return Refused(
        f"{origin}: 과제 파일이 없습니다. 노트북을 넣어 다시 제출하게 하세요.",
        f"{origin} holds no work. Have it handed in again with the notebook in it.",
    )


def damaged(origin: str) -> Refused:
    """A file whose bytes are not what they should be."""
    return Refused(
        f"{origin}: 파일이 손상되었습니다. 다시 내려받거나 다시 제출하게 하세요.",
        f"{origin} is damaged. Download it again, or have it handed in again.",
    )


def encrypted(origin: str) -> Refused:
    """A member of a zip that takes a password."""
    return Refused(
        f"{origin}: 암호가 걸려 있습니다. 암호 없이 다시 제출하게 하세요.",
        f"{origin} is encrypted. Have it handed in again without a password.",
    )


def oddly_compressed(origin: str) -> Refused:
    """A member of a zip that is packed in a way that has no bound."""
    return Refused(
        f"{origin}: 지원하지 않는 압축 방식입니다. 보통의 zip으로 다시 제출하게 하세요.",
        f"{origin} is compressed in a way that is not supported. Have it handed in again as an"
        " ordinary zip.",
    )


def too_large(origin: str, most: int) -> Refused:
    """A file of more than `most` bytes."""
    size = most >> 20
    return Refused(
        f"{origin}: 파일이 너무 큽니다. (최대 {size} MB) 출력과 데이터를 빼고 다시 받으세요.",
        f"{origin} is larger than {size} MB. Have it handed in again without outputs and data.",
    )


def too_much(origin: str, members: int, most: int) -> Refused:
    """A zip with more than `members` files, or `most` bytes in them."""
    return Refused(
        f"{origin}: zip 안에 파일이 너무 많거나 너무 커서 나머지는 읽지 않았습니다."
        f" (최대 {members}개, {most >> 20} MB) 압축을 풀어 필요한 파일만 모으세요.",
        f"{origin} holds more than {members} files or {most >> 20} MB; the rest"
        " of it was not read. Unpack it and collect the files that matter.",
    )


def not_readable(origin: str, why: Text) -> Refused:
    """A file or folder that the system does not let us read, and why."""
    return Refused(
        f"{origin}: 읽을 수 없습니다. ({why.ko}) 파일과 권한을 확인하세요.",
        f"{origin} cannot be read ({why.en}). Check the file and its permissions.",
    )
