from integrate_tui.core.looking_back import WordCount
from integrate_tui.core.own_words import recurring, words_of


def test_a_word_is_counted_once_a_text_however_often_it_stands_there():
    words, read = recurring(["kettle kettle kettle", "the kettle", "a Kettle's song"])
    assert words == (WordCount("kettle", 3),)
    assert read == 3


def test_a_word_of_two_texts_is_not_listed():
    words, _ = recurring(["kettle", "kettle", "river"])
    assert words == ()


def test_the_words_that_every_text_has_are_left_out():
    words, _ = recurring(["I don\u2019t know what it was"] * 5)
    assert words == ()


def test_most_often_comes_first_and_then_by_the_alphabet():
    words, _ = recurring(["river kettle bread"] * 3 + ["river"])
    assert [each.word for each in words] == ["river", "bread", "kettle"]


def test_no_more_words_than_are_wanted():
    words, _ = recurring(["river kettle bread"] * 3, most=2)
    assert len(words) == 2


def test_every_script_has_words_and_numbers_are_none():
    assert words_of("Чайник 1234 Straße, naïve") == {"чайник", "strasse", "naïve"}
