"""What the owner may write into config.yaml, checked to the last key.

Pydantic lives here and nowhere deeper: `rules` turns the file's words into the plain values
the rest of the house works with. An unknown key is an error, because a misspelt limit is no
limit. Each error is one line: the key, what is wrong with it, and the fix.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator, model_validator

from core.cornix import in_our_words
from core.errors import ConfigError
from core.mistakes import lines
from core.reading.dialects import (
    MEANINGS,
    STANDARD,
    WAIT_S_MAX,
    WORD_LENGTH_MAX,
    WORDS_MAX,
    BarePrice,
    Dialect,
    FollowUps,
    PriceRange,
)
from core.reading.learning.teachable import objection
from core.reading.learning.teaching import CORRECTION_MAX, Lesson
from core.reading.names.symbols import SYMBOL_PATTERN
from core.rules import (
    ChannelRules,
    FixedNotional,
    FixedQuantity,
    Limits,
    Mode,
    Protection,
    RiskPercent,
    Rules,
    Sizing,
)
from core.strategies import Source
from core.trading_config import EntriesConfig, LeverageConfig, StopConfig, TakeProfitsConfig, TrailConfig
from core.vocabulary import ChannelId, Money, Quantity

Percent = Annotated[Decimal, Field(gt=0, le=100)]
Amount = Annotated[Decimal, Field(gt=0, max_digits=15)]


Checked = TypeVar("Checked", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


Phrase = Annotated[str, Field(min_length=1, max_length=WORD_LENGTH_MAX)]
SymbolName = Annotated[str, Field(pattern=SYMBOL_PATTERN)]


class DialectConfig(_Strict):
    """How one channel writes; what each means is in `core.reading.dialects.Dialect`."""

    words: Annotated[dict[Phrase, str], Field(max_length=WORDS_MAX)] = {}
    symbols: Annotated[dict[Phrase, SymbolName], Field(max_length=WORDS_MAX)] = {}
    symbol: SymbolName | None = None
    bare_price: BarePrice = STANDARD.bare_price
    price_range: PriceRange = STANDARD.price_range
    follow_ups: FollowUps = STANDARD.follow_ups
    wait_s: Annotated[int, Field(ge=0, le=WAIT_S_MAX)] = STANDARD.wait_s

    @field_validator("words")
    @classmethod
    def _known_meanings(cls, words: dict[str, str]) -> dict[str, str]:
        for word, meaning in words.items():
            if meaning not in MEANINGS:
                raise ValueError(f"{word!r} cannot mean {meaning!r}; write one of {', '.join(MEANINGS)}")
            if why := objection(word, MEANINGS[meaning]):
                raise ValueError(f"{word!r} cannot be taught: {why}")
        return words

    @field_validator("symbols")
    @classmethod
    def _sayable_names(cls, symbols: dict[str, str]) -> dict[str, str]:
        for name in symbols:
            if why := objection(name, None):
                raise ValueError(f"{name!r} cannot be taught: {why}")
        return symbols

    def dialect(self) -> Dialect:
        return Dialect(
            words=tuple((word, MEANINGS[meaning]) for word, meaning in self.words.items()),
            symbols=tuple(self.symbols.items()),
            symbol=self.symbol,
            bare_price=self.bare_price,
            price_range=self.price_range,
            follow_ups=self.follow_ups,
            wait_s=self.wait_s,
        )


class LessonConfig(DialectConfig):
    """One taught rule as dialects.yaml keeps it: what it does not name, it leaves alone."""

    said: Annotated[str, Field(max_length=CORRECTION_MAX)]
    by: Annotated[str, Field(max_length=64)] = ""
    at: Annotated[str, Field(max_length=40)] = ""

    def lesson(self) -> Lesson:
        taught = self.dialect()
        named = {name: getattr(taught, name) for name in self.model_fields_set if name in DialectConfig.model_fields}
        return Lesson(self.said, by=self.by, at=self.at, **named)


class TaughtConfig(_Strict):
    """The whole of dialects.yaml: channel -> its taught rules, the oldest first."""

    channels: dict[str, tuple[LessonConfig, ...]]


class ChannelConfig(_Strict):
    """One channel. Exactly one of risk_pct, notional, quantity says how much."""

    id: Annotated[str, Field(pattern=r"^-[0-9]{1,19}$")]
    title: Annotated[str, Field(min_length=1, max_length=64)]
    mode: Mode = Mode.ASK
    risk_pct: Percent | None = None
    notional: Amount | None = None
    quantity: Amount | None = None
    break_even_after: Annotated[int, Field(ge=1, le=10)] | None = 1
    break_even_pct: Percent | None = None
    break_even_fees: bool = True
    trail: TrailConfig | None = None
    entries: EntriesConfig = EntriesConfig()
    take_profits: TakeProfitsConfig = TakeProfitsConfig()
    stop: StopConfig | None = None
    leverage: LeverageConfig | None = None
    age_s_max: Annotated[int, Field(ge=1, le=86_400)] = 60
    approval_s: Annotated[int, Field(ge=10, le=86_400)] = 300
    entry_s: Annotated[int, Field(ge=60, le=30 * 86_400)] = 86_400
    drift_pct_max: Percent = Decimal("0.5")
    repeat_s: Annotated[int, Field(ge=0, le=7 * 86_400)] = 86_400
    dialect: DialectConfig = DialectConfig()

    @model_validator(mode="before")
    @classmethod
    def _as_cornix_says(cls, raw: object) -> object:
        return in_our_words(raw) if isinstance(raw, dict) else raw

    @field_validator("id", mode="before")
    @classmethod
    def _number_is_text(cls, value: object) -> object:
        return str(value) if isinstance(value, int) else value

    @model_validator(mode="after")
    def _one_size(self) -> ChannelConfig:
        if sum(size is not None for size in (self.risk_pct, self.notional, self.quantity)) > 1:
            raise ValueError("give only one of risk_pct, notional and quantity")
        return self

    @model_validator(mode="after")
    def _triggers_that_come(self) -> ChannelConfig:
        """Where the targets are the owner's in any case, a trigger beyond the last of them is a mistake."""
        if self.take_profits.source is not Source.PERSONAL:
            return self
        trails = self.trail.trail().first_target if self.trail is not None else 0
        targets = len(self.take_profits.at_pct)
        for trigger, target in (("break_even_after", self.break_even_after or 0), ("trail from target", trails)):
            if target > targets:
                raise ValueError(f"{trigger} {target} never comes: take_profits.at_pct has {targets}")
        return self

    def sizing(self) -> Sizing:
        if self.notional is not None:
            return FixedNotional(Money(self.notional))
        if self.quantity is not None:
            return FixedQuantity(Quantity(self.quantity))
        return RiskPercent(self.risk_pct if self.risk_pct is not None else Decimal(1))

    def rules(self) -> ChannelRules:
        trail = self.trail.trail() if self.trail is not None else None
        return ChannelRules(
            id=ChannelId(self.id),
            title=self.title,
            mode=self.mode,
            sizing=self.sizing(),
            protection=Protection(self.break_even_after, trail, self.break_even_pct, self.break_even_fees),
            entries=self.entries.entries(),
            exits=self.take_profits.exits(),
            stop=self.stop.stop() if self.stop is not None else None,
            leverage=self.leverage.leverage() if self.leverage is not None else None,
            age_s_max=self.age_s_max,
            approval_s=self.approval_s,
            entry_s=self.entry_s,
            drift_pct_max=self.drift_pct_max,
            repeat_s=self.repeat_s,
            dialect=self.dialect.dialect(),
        )


class LimitsConfig(_Strict):
    """Bounds over all channels; what each means is in `core.rules.Limits`."""

    open_positions_max: Annotated[int, Field(ge=1, le=100)] = 5
    exposure_pct_max: Annotated[Decimal, Field(gt=0, le=10_000)] = Decimal(300)
    symbol_exposure_pct_max: Annotated[Decimal, Field(gt=0, le=10_000)] = Decimal(150)
    leverage_max: Annotated[Decimal, Field(ge=1, le=125)] = Decimal(10)
    risk_pct_max: Percent = Decimal(2)
    daily_loss_pct_max: Percent = Decimal(5)
    stop_distance_pct_max: Percent = Decimal(20)
    entry_off_market_pct_max: Percent = Decimal(10)

    def limits(self) -> Limits:
        return Limits(**self.model_dump())


class ListenerConfig(_Strict):
    """The Telegram account that reads the channels: never one that may command the bot."""

    api_id: Annotated[int, Field(ge=1)]
    api_hash: SecretStr


class TelegramConfig(_Strict):
    bot_token: SecretStr
    users: Annotated[dict[int, Literal["viewer", "trader", "admin"]], Field(min_length=1)]
    listener: ListenerConfig
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"


class VenueConfig(_Strict):
    """One profile at one venue. Its key belongs to its environment and is used for nothing else."""

    kind: Literal["paper", "bybit"] = "paper"
    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,32}$")] = "paper"
    hedge: bool = False
    prices: Literal["live", "synthetic", "recorded"] = "live"
    candles: Annotated[dict[SymbolName, str], Field(max_length=50)] = {}
    speed: Annotated[float, Field(gt=0, le=1000)] | None = None
    opening_balance: Amount = Decimal(10_000)
    environment: Literal["live", "testnet", "demo"] = "demo"
    live: bool = False
    key: SecretStr | None = None
    secret: SecretStr | None = None
    margin_mode: Literal["isolated", "cross"] | None = None
    rest_url: str | None = None
    stream_url: str | None = None
    private_url: str | None = None

    @model_validator(mode="after")
    def _whole(self) -> VenueConfig:
        if bool(self.candles) is not (self.prices == "recorded"):
            raise ValueError("prices: recorded and candles go together, such as candles: {BTCUSDT: btcusdt.csv}")
        if self.speed is not None and self.prices != "recorded":
            raise ValueError(
                f"speed is that of recorded prices; remove it, or write prices: recorded, not {self.prices}"
            )
        if self.kind == "paper":
            return self
        if self.key is None or self.secret is None:
            raise ValueError(f"{self.kind} needs key and secret; write env:NAME or file:PATH for each")
        if self.environment == "live" and not self.live:
            raise ValueError("environment: live trades real money; write live: true as well, or environment: demo")
        if self.live and self.environment != "live":
            raise ValueError(f"live: true contradicts environment: {self.environment}; remove one of them")
        if self.prices != "live":
            raise ValueError(f"{self.kind} trades at its own prices; remove prices: {self.prices}")
        return self

    @property
    def label(self) -> str:
        """The profile and its environment, as every alert names them."""
        return f"{self.name} (paper)" if self.kind == "paper" else f"{self.name} ({self.kind} {self.environment})"


class Config(_Strict):
    """The whole of config.yaml."""

    data: str = "./data/run"
    telegram: TelegramConfig
    venue: VenueConfig = VenueConfig()
    channels: Annotated[tuple[ChannelConfig, ...], Field(min_length=1, max_length=100)]
    limits: LimitsConfig = LimitsConfig()
    day_zone: str = "UTC"
    symbols_denied: tuple[str, ...] = ()
    aliases: dict[str, str] = {}

    @field_validator("day_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError("write a zone such as UTC or Europe/Berlin") from unknown
        return zone

    @field_validator("channels")
    @classmethod
    def _distinct_channels(cls, channels: tuple[ChannelConfig, ...]) -> tuple[ChannelConfig, ...]:
        ids = [channel.id for channel in channels]
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        if twice:
            raise ValueError(f"{', '.join(twice)} is listed twice; keep one of them")
        return channels

    @model_validator(mode="after")
    def _within_the_limits(self) -> Config:
        """What no call could ever pass is a mistake of the file, said before the first call meets it."""
        for channel in self.channels:
            distance, most = channel.stop.distance_pct if channel.stop else None, self.limits.stop_distance_pct_max
            if distance is not None and distance > most:
                raise ValueError(
                    f"channel {channel.id}: stop.distance_pct {distance} is over limits.stop_distance_pct_max {most}"
                )
            times, cap = channel.leverage.value if channel.leverage else None, self.limits.leverage_max
            if times is not None and times > cap:
                raise ValueError(f"channel {channel.id}: leverage.value {times} is over limits.leverage_max {cap}")
            sizing, bound = channel.sizing(), self.limits.risk_pct_max
            if isinstance(sizing, RiskPercent) and sizing.percent > bound:
                name = "risk_pct" if channel.risk_pct is not None else "the usual risk_pct"
                raise ValueError(f"channel {channel.id}: {name} {sizing.percent} is over limits.risk_pct_max {bound}")
        return self

    def rules(self) -> Rules:
        """The plain values the house works with."""
        return Rules(
            limits=replace(self.limits.limits(), hedge=self.venue.hedge),
            channels=tuple(channel.rules() for channel in self.channels),
            day_zone=self.day_zone,
            symbols_denied=self.symbols_denied,
            aliases=tuple(sorted(self.aliases.items())),
        )


def parse(raw: object) -> Config:
    """Check what was read from the file. Raises `ConfigError`, one line for each thing to mend."""
    if not isinstance(raw, dict):
        raise ConfigError("config: it must be a list of 'key: value' lines, see config.example.yaml")
    return _checked(Config, raw)


def parse_dialect(raw: object, place: str) -> Dialect:
    """Check a dialect as it stands under a channel. Raises `ConfigError`, each line naming the ``place``."""
    if not isinstance(raw, dict):
        raise ConfigError(f"{place}: it must be a list of 'key: value' lines, such as symbol: XAUUSD")
    return _checked(DialectConfig, raw, f"{place}: ").dialect()


def parse_taught(raw: object, place: str) -> dict[ChannelId, tuple[Lesson, ...]]:
    """Check the taught rules. Raises `ConfigError`, each line naming the ``place``."""
    taught = _checked(TaughtConfig, {"channels": raw or {}}, f"{place}: ")
    return {ChannelId(id_): tuple(lesson.lesson() for lesson in lessons) for id_, lessons in taught.channels.items()}


def _checked(model: type[Checked], raw: object, before: str = "") -> Checked:
    try:
        return model.model_validate(raw)
    except ValidationError as wrong:
        raise ConfigError("\n".join(before + line for line in lines(wrong.errors(include_url=False)))) from None
