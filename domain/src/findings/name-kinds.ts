/* What an indicator measures, told from its name. Patterns are narrow on purpose: an unknown name is no finding. */

const share =
  /(率|比例|占比|比重|百分比|程度|满意度|知晓度|覆盖度|完整度|准确度|达标度|吻合度|匹配度|健全度)$/u
// 频率 and the like are quantities of their own, not shares.
const otherRate = /(频|功|速|分辨|帧|汇|倍|心|效|曲|税|利|费)率$/u

/** A share of a whole: 及时率, 覆盖率, 占比. */
export const isShareName = (name: string): boolean => share.test(name) && !otherRate.test(name)

/** A name that ends in 率 and is a share. */
export const isRateName = (name: string): boolean => isShareName(name) && !name.endsWith('度')

/** A degree of satisfaction, not the number of surveys about it. */
export const isSatisfactionName = (name: string): boolean => /(满意度|满意率|满意程度|好评率)$/u.test(name)

/** Somebody's judgement of the service: what belongs under 满意度. */
export const isOpinionName = (name: string): boolean =>
  /满意|好评|差评|投诉|评价|评分|测评|认可|认同|口碑|反馈|表扬|信访|点赞|获得感|幸福感|感受|体验|信任/u.test(
    name,
  )

/** A span of time. */
export const isDurationName = (name: string): boolean => /(时间|时限|时长|耗时)(覆盖|要求|长度)?$/u.test(name)

/** How fast somebody reacts or finishes. */
export const isReactionTimeName = (name: string): boolean =>
  /(响应|处理|处置|解决|修复|排除|到达|办结|办理|恢复|完成|交付|支付|拨付)(时间|时限|时长)$/u.test(name)

/** A share or a promise that is about being in time. */
export const isTimelinessName = (name: string): boolean =>
  (isReactionTimeName(name) && !/缩短|压缩|减少|节约|节省/u.test(name)) ||
  /(及时率|及时性|及时程度|准时率|按时完成率|按期完成率)$/u.test(name) ||
  /^(按时|按期)完成/u.test(name)

/** People counted by head. */
export const isHeadCountName = (name: string): boolean => /(人数|人次|人次数|人员数量|人员数)$/u.test(name)

/** A plain number of things or deeds. */
export const isCountName = (name: string): boolean =>
  /(次数|场次|数量|个数|家数|件数|篇数|项数|台数|套数|户数|份数|条数|期数|批次|(?<![指系分倍参代岁])数)$/u.test(
    name,
  ) || isHeadCountName(name)

const unwanted =
  /故障|事故|事件|投诉|差错|错误|错漏|中断|失误|违规|违法|违纪|漏|缺陷|问题|隐患|风险|死亡|伤亡|受伤|疾病|患病|发病|感染|损|退回|退货|返工|返修|延误|超|逾期|拖欠|上访|信访|纠纷|案件|发案|火灾|警情|泄|丢失|宕机|停机|停电|攻击|缺勤|流失|空置|闲置|积压|污染|排放|浓度|噪|能耗|消耗|负面|舆情|差评|申诉|败诉|复议|失信|不合格|不达标|不良|未/u

/** Something one wants little of: faults, incidents, complaints. */
export const isUnwantedName = (name: string): boolean => unwanted.test(name)

/** Something that is limited by nature: money, time, shares, staff and sizes. */
export const isLimitedName = (name: string): boolean =>
  /成本|费|价|支出|金额|预算|投入|资金|造价|时间|时限|时长|响应|周期|耗时|间隔|率|比|度|编制|控制|限|上限|封顶|人均|排名|名次|误差|偏差|规模|面积|用量|库存|债|车辆保有|出国|出境团组|三公|会议/u.test(
    name,
  )

/** 预算执行率 under its usual names. */
export const isExecutionRateName = (name: string): boolean =>
  /(预算|资金|经费|支出)(预算)?(执行率|执行进度|完成率)$/u.test(name) && !/政府采购|整改|绩效/u.test(name)
