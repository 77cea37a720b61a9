import type { ExperienceFactor } from "./factor.js";

/** The six experience factors (EXP-1); the ids are those of the retailer's case. */
export const EXPERIENCE_FACTORS: readonly ExperienceFactor[] = [
  factor("product", "Product", "产品"),
  factor("service", "Service", "服务"),
  factor("relationship", "Relationship", "关系"),
  factor("convenience", "Convenience", "便利"),
  factor("brand_image", "Brand image", "品牌形象"),
  factor("price", "Price", "价格"),
];

/** What customers value in a shop, by area, with the indicators of each (EXP-9). */
export const EXTERNAL_VALUE_AREAS: readonly ExperienceFactor[] = [
  factor("product_value", "Product", "产品价值", [
    factor("quality", "Quality", "质量"),
    factor("style", "Style", "款式"),
    factor("price_acceptance", "Price acceptance", "价格接受度"),
    factor("safety", "Safety", "安全性"),
    factor("range", "Range", "品种齐全"),
  ]),
  factor("environment_value", "Environment", "环境价值", [
    factor("comfort", "Comfort", "舒适"),
    factor("cleanliness", "Cleanliness", "清洁"),
    factor("tidy_display", "Tidy display", "陈列整齐"),
    factor("ease_of_browsing", "Ease of browsing", "浏览方便"),
    factor("rest_areas", "Rest areas", "休息区"),
  ]),
  factor("service_value", "Service", "服务价值", [
    factor("attitude", "Attitude", "服务态度"),
    factor("expertise", "Expertise", "专业知识"),
    factor("fast_checkout_and_pick_up", "Fast checkout and pick-up", "收银提货快捷"),
    factor("delivery_installation_repair", "Delivery, installation and repair", "送货安装维修"),
  ]),
  factor("image_value", "Image", "形象价值", [
    factor("reputation", "Reputation", "信誉"),
    factor("staff_appearance", "Staff appearance", "员工仪表"),
    factor("staff_spirit", "Staff spirit", "员工精神面貌"),
    factor("brand_perception", "Brand image", "品牌形象"),
  ]),
  factor("added_value", "Added value", "附加价值", [
    factor("complaint_handling", "Complaint handling", "投诉处理"),
    factor("returns", "Returns", "退换货"),
    factor("suggestions_handled", "Suggestions handled", "建议采纳"),
    factor("transport_access", "Transport access", "交通便利"),
    factor("will_buy_again", "Will buy again", "再次购买意愿"),
    factor("will_recommend", "Will recommend", "推荐意愿"),
  ]),
];

/**
 * What internal customers need, after Maslow (EXP-10): the next step of the process, the department nearer the
 * customer.
 *
 * @remarks The five levels are those of Maslow (1943, Psychological Review 50:370).
 */
export const INTERNAL_CUSTOMER_NEEDS: readonly ExperienceFactor[] = [
  factor("physiological", "Physiological needs", "生理需求", [
    factor("pay", "Pay", "薪酬"),
    factor("health_care", "Health care", "医疗保健"),
    factor("hours", "Working hours", "工作时间"),
    factor("work_environment", "Working environment", "工作环境"),
    factor("benefits", "Benefits", "福利"),
    factor("housing", "Housing", "住房"),
  ]),
  factor("safety_needs", "Safety needs", "安全需求", [
    factor("job_security", "Job security", "就业保障"),
    factor("pension", "Pension", "退休养老"),
    factor("health", "Health", "健康保障"),
    factor("insurance_and_protection", "Insurance and protection", "保险与劳动保护"),
  ]),
  factor("social", "Social needs", "社交需求", [
    factor("team_activity", "Team activity", "团队活动"),
    factor("mutual_aid", "Mutual aid", "互助"),
    factor("leisure", "Leisure", "文娱活动"),
    factor("training", "Training", "培训"),
  ]),
  factor("esteem", "Esteem needs", "尊重需求", [
    factor("status", "Status", "地位"),
    factor("power", "Power", "权力"),
    factor("responsibility", "Responsibility", "责任"),
    factor("grade", "Grade", "等级"),
    factor("rewards", "Rewards", "奖励"),
    factor("participation", "Participation", "参与"),
    factor("recognition", "Recognition", "认可"),
    factor("pride", "Pride", "自豪感"),
  ]),
  factor("self_actualisation", "Self-actualisation", "自我实现需求", [
    factor("decisions", "Decisions", "参与决策"),
    factor("proposals", "Proposals", "合理化建议"),
    factor("challenge", "Challenge", "挑战性工作"),
    factor("talents_used", "Talents used", "发挥特长"),
  ]),
];

function factor(
  id: string,
  en: string,
  zh: string,
  parts?: readonly ExperienceFactor[],
): ExperienceFactor {
  return { id, label: { en, zh }, ...(parts && { parts }) };
}
