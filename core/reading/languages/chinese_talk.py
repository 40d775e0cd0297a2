"""Chinese for the third time: what is said around a plan, and how long a trade is meant to last.

Separate from the words of orders for its length only.
"""

from __future__ import annotations

from core.reading.roles import Role

REASONS = "理由, 思路, 逻辑, 依据, 原因"
REWARDS = "预期收益, 预计收益, 预期盈利, 预计盈利, 潜在收益, 预期利润, 预计利润, 预期收益率, 预计收益率"
VOIDS = "已止盈, 已全部止盈, 已出局, 单子结束, 已经涨了, 已经跌了, 已离场"
AFTERWARDS = "谁吃到了, 吃到了吗, 谁跟上了"

WORDS: dict[Role, str] = {
    Role.TARGET: "潜在目标, 可能目标",
    Role.BUY: "短多, 日内多, 日内短多, 中线多, 长线多, 超短多",
    Role.SELL: "短空, 日内空, 日内短空, 中线空, 长线空, 超短空",
    Role.FILLER: """
        日内, 日内交易, 日内单, 日内操作, 日内为主, 日内超短, 超短, 超短线, 短线交易, 短线操作, 短线为主, 中线交易,
        中线持有, 中长线, 中长线持有, 长线持有, 波段持有, 波段交易, 短期持有, 隔夜单, 不隔夜, 不过夜, 不留隔夜,
        不留过夜, 单不过夜, 日内单不过夜, 轻仓参与, 小仓参与, 轻仓跟进, 当日有效, 今日有效, 当天有效, 均价,
        不及预期, 高于预期, 低于预期, 好于预期, 超预期, 符合预期, 强于预期, 弱于预期, 超出预期,
        预期收益, 预计收益, 预期盈利, 预计盈利, 潜在收益, 预期利润, 预计利润, 预期收益率, 预计收益率, 机会来了,
        机会来啦, 机会又来了
    """,
    Role.ZONE: "一线, 附近一线, 一带附近, 区域",
    Role.ANALYSIS: "超买, 超卖, 超买区, 超卖区, 成交量, 交易量, 持仓量",
    Role.CLOCK: "个月, 个小时, 小时内, 天内, 周内",
    Role.IF: "盈利后, 有盈利后, 浮盈后",
}

ALIASES: dict[str, str] = {}

EVERYDAY = """
    美元 美指 美债 收益率 库存 需求 供应 疲软 走弱 走强 强劲 回落 反弹 上行 下行 承压 提振 通胀 降息 加息 避险 情绪 升温
    降温 鹰派 鸽派 地缘 局势 利多 利空 增加 减少 数据 公布 支撑 油价 金价 经济 就业 央行 关税 缩量 放量 背离
    底背离 顶背离 量能
"""
