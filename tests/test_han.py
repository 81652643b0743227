from newsarchive.han import forms, one_form


def test_what_one_script_writes_alike_is_alike() -> None:
    assert {one_form(text) for text in ("发现头发", "發現頭髮", "髮现頭發")} == {"发现头发"}
    assert {one_form(text) for text in ("走着", "走著")} == {one_form("走著")}
    assert {one_form(text) for text in ("里面", "裡面", "裏面")} == {"里面"}


def test_two_characters_of_everyday_simplified_text_stay_two() -> None:
    for one, other in ("象像", "画划", "坏坯", "沉沈", "末未"):
        assert one_form(one) != one_form(other)


def test_the_length_stays_whatever_the_text_is_made_of() -> None:
    text = "臺a灣\U00020bb7𠮷한국ｶﾞ🛳\ud83d"
    assert len(one_form(text)) == len(text)
    assert one_form(text) == "台a湾\U00020bb7𠮷한국ｶﾞ🛳\ud83d"


def test_the_forms_of_a_character_are_the_same_from_each_of_them() -> None:
    assert set(forms("台")) == set(forms("颱")) == set("台枱檯臺颱")
    assert forms("山") == "山"
    assert forms("é") == "é"
