"""Chinese; one entry serves simplified and traditional script."""

from __future__ import annotations

from core.reading.roles import Role

WORDS = {
    Role.BUY: "多, 做多, 开多, 多单, 买入, 买进, 看多, 做多单, 多頭",
    Role.SELL: "空, 做空, 开空, 空单, 卖出, 看空, 沽空",
    Role.ENTRY: """
        进场, 进场位置, 入场, 入场位, 入场价, 入场位置, 入场点位, 进场位, 开仓, 开仓价, 入场点, 进场点, 建仓,
        进场价, 挂单价, 入场区间, 进场区间, 稳健进场位置
    """,
    Role.STOP: "止损, 止损位, 止损在, 止损价, 停损, 止损位置, 损",
    Role.TARGET: """
        止盈, 目标, 目标位, 目标位置, 止盈位, 目标在, 第一目标, 第二目标, 第三目标, 停利, 止盈价, 止盈位置,
        目标价
    """,
    Role.ADD: "补仓, 加仓, 补, 补单",
    Role.ADDED: "补了, 加了",
    Role.LEVERAGE: "杠杆, 倍数, 倍",
    Role.CROSS: "全仓",
    Role.ISOLATED: "逐仓",
    Role.SPOT: "现货",
    Role.MARKET: "市价, 现价, 市价进, 现价进, 现价附近, 直接进",
    Role.LIMIT: "挂单, 限价, 限价单, 埋单",
    Role.BREAKOUT: "突破追, 突破进",
    Role.ZONE: "附近, 左右, 区间, 位置, 一带, 上下, 附近进, 跌破, 破",
    Role.LATER: "待定, 再看, 另行通知",
    Role.SYMBOL: "币种, 交易对, 品种, 标的",
    Role.HEADING: "单子, 订单, 合约, 策略, 方向, 信号, 短线, 中线, 长线",
    Role.SIZE: "仓位, 重仓, 风险, 本金, 总仓, 成仓",
    Role.PIPS: "点",
    Role.CLOCK: "小时, 分钟, 天, 日, 月, 级别, 小时级别, 四小时级别, 四小时",
    Role.MYRIAD: "万",
    Role.TO: "到, 至",
    Role.AND: "和, 及",
    Role.FILLER: "注意风险, 控制好, 轻仓, 轻仓进, 进, 没走, 还没走, 没走的, 没出的",
    Role.MOVE: "移, 移动, 移动到, 移动在, 移到, 上移, 下移, 提, 改, 推, 推到, 设, 调整, 调整到",
    Role.EDIT: "修改, 更正, 改为",
    Role.CLOSE: "平仓, 走了, 全平, 出场, 离场, 平掉, 先走, 可以走了, 先走了, 可以先走了, 市价平, 全部平仓",
    Role.CLOSED: "自动平了, 已平, 平了, 已经平仓, 已走",
    Role.CANCEL: "取消, 撤单, 取消挂单, 撤掉, 作废",
    Role.REMOVE: "去掉, 撤掉止损, 不设, 不带",
    Role.PART: "减仓, 部分, 部分止盈, 分批止盈, 减",
    Role.HALF: "一半, 半仓, 减半",
    Role.ALL: "全部, 剩余",
    Role.EVEN: "保本, 成本, 成本价, 保本损, 开仓价位, 推保本, 成本位",
    Role.HIT: "到了, 达到, 已达成, 到达, 达成, 触发, 打了, 扫了, 已到, 完成",
    Role.FILLED: "成交, 已进场, 已成交, 进了",
    Role.HOLD: "拿住, 持有, 继续持有",
    Role.NOT: "不, 没, 没有, 不要, 不能, 别, 未",
    Role.IF: "如果, 若, 假如, 站稳, 破了, 不破, 之后",
    Role.WILL: "会, 将, 准备, 预计, 预计会",
    Role.MAY: "可能, 或许, 也许, 可以看, 这个位置可以, 可以",
    Role.YOU_CAN: "可以顺势",
    Role.QUESTION: "吗, 嗎, 怎么, 为什么",
    Role.RECAP: "复盘, 盈利, 战绩, 收益, 昨日, 昨天, 恭喜, 总结, 已过期, 错过, 写错了, 亏损",
    Role.ANALYSIS: "压力, 支撑, 阻力, 走势, 分析, 行情, 回调, 反弹, 震荡, 关注, 留意, 看, 上方, 下方, 波段",
    Role.LESSON: "例如, 比如, 教学, 举例, 课程",
    Role.AD: "加群, 注册, 返佣, 福利, 进群, 免费, 会员",
    Role.WAIT: "等待, 等, 等待重新测试, 准备",
}

ALIASES = {
    "大饼": "BTC",
    "比特币": "BTC",
    "以太": "ETH",
    "以太坊": "ETH",
    "姨太": "ETH",
    "二饼": "ETH",
    "黄金": "XAUUSD",
    "白银": "XAGUSD",
    "原油": "USOIL",
    "狗狗币": "DOGE",
    "狗币": "DOGE",
    "瑞波": "XRP",
}
