"""The words of each language: a file a language, one line a meaning.

To add a language, copy the shortest file, translate, and name it in LANGUAGES. Phrases are
separated by commas; case, accents, traditional Chinese and Arabic spelling variants need
no second entry. Where two languages use one word for two things, the earlier one wins.
"""

from __future__ import annotations

from types import ModuleType

from core.reading.languages import (
    arabic,
    chinese,
    czech,
    english,
    english_everyday,
    english_names,
    english_orders,
    english_talk,
    french,
    french_talk,
    german,
    german_talk,
    hindi,
    indonesian,
    italian,
    italian_talk,
    japanese,
    korean,
    persian,
    polish,
    portuguese,
    portuguese_talk,
    romanian,
    russian,
    russian_everyday,
    russian_names,
    russian_talk,
    spanish,
    spanish_everyday,
    turkish,
    turkish_talk,
    ukrainian,
    uzbek,
    vietnamese,
)

LANGUAGES: tuple[ModuleType, ...] = (
    english,
    english_names,
    english_orders,
    english_talk,
    english_everyday,
    russian,
    russian_names,
    russian_talk,
    russian_everyday,
    chinese,
    spanish,
    spanish_everyday,
    turkish,
    turkish_talk,
    arabic,
    persian,
    portuguese,
    portuguese_talk,
    polish,
    french,
    french_talk,
    german,
    german_talk,
    italian,
    italian_talk,
    indonesian,
    japanese,
    korean,
    vietnamese,
    hindi,
    ukrainian,
    romanian,
    uzbek,
    czech,
)
