"""Japanese."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BUY: "ロング, 買い, 買",
    Role.SELL: "ショート, 売り, 売",
    Role.ENTRY: "エントリー, 参入",
    Role.STOP: "損切り, ストップ, 損切",
    Role.TARGET: "利確, 目標, ターゲット, 利食い",
    Role.LEVERAGE: "レバレッジ, レバ",
    Role.MARKET: "成行, 今, 成り行き",
    Role.LIMIT: "指値",
    Role.BREAKOUT: "逆指値",
    Role.SYMBOL: "通貨ペア, 銘柄",
    Role.HEADING: "ポジション, 注文, 取引, シグナル",
    Role.PIPS: "ピップス",
    Role.MOVE: "移動, 引き上げ",
    Role.CLOSE: "決済, 手仕舞い, クローズ",
    Role.CLOSED: "決済済み, 決済しました",
    Role.CANCEL: "キャンセル, 取り消し",
    Role.REMOVE: "外す, なし",
    Role.PART: "一部, 一部決済",
    Role.ALL: "全て, すべて, 全部",
    Role.FILLER: "を, の, に, は, が, で, してください, ください, お願いします",
    Role.HALF: "半分",
    Role.EVEN: "建値, 建値に",
    Role.HIT: "到達, ヒット, 達成",
    Role.FILLED: "約定",
    Role.NOT: "ない, ません",
    Role.IF: "場合, なら",
    Role.WILL: "予定",
    Role.MAY: "かも",
    Role.RECAP: "結果, 実績",
    Role.ANALYSIS: "分析",
    Role.LESSON: "例",
    Role.AD: "無料, 登録, 招待, 割引, 会員",
    Role.WAIT: "待ち",
}

ALIASES = {
    "ゴールド": "XAUUSD",
    "ビットコイン": "BTC",
    "ドル円": "USDJPY",
    "ユーロドル": "EURUSD",
    "ユーロ円": "EURJPY",
    "ポンド円": "GBPJPY",
    "ポンドドル": "GBPUSD",
    "豪ドル円": "AUDJPY",
    "豪ドル": "AUDUSD",
    "イーサリアム": "ETH",
    "原油": "USOIL",
    "シルバー": "XAGUSD",
}
