package org.junheng.balance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;

/**
 * What a school has per pupil: the seven resources of 2017 (R1-R7) and the eight of 2012 (B1-B8).
 *
 * <p>The level of a stage is {@code factor * amount / pupils}, multiplied first; shared amounts are split by stage before.
 */
public enum Resource {
    R1(
            100,
            "每百名学生拥有高于规定学历教师数",
            "teachers above the required degree per 100 pupils",
            "teachers",
            "staff.above_required_degree_teachers"),
    R2(
            100,
            "每百名学生拥有县级以上骨干教师数",
            "backbone teachers (county level and above) per 100 pupils",
            "teachers",
            "staff.backbone_teachers"),
    R3(
            100,
            "每百名学生拥有体育、艺术专任教师数",
            "PE and arts teachers per 100 pupils",
            "teachers",
            "staff.pe_teachers",
            "staff.arts_teachers_total"),
    R4(
            1,
            "生均教学及辅助用房面积",
            "teaching and auxiliary area per pupil",
            "m2",
            "facilities.teaching_auxiliary_area_m2",
            "facilities.indoor_sports_area_m2"),
    R5(
            1,
            "生均体育运动场馆面积",
            "sports area per pupil",
            "m2",
            "facilities.sports_ground_area_m2",
            "facilities.indoor_sports_area_m2"),
    R6(10000, "生均教学仪器设备值", "equipment value per pupil", "yuan", "facilities.equipment_value_10k_yuan"),
    R7(
            100,
            "每百名学生拥有网络多媒体教室数",
            "networked multimedia classrooms per 100 pupils",
            "rooms",
            "facilities.multimedia_classrooms"),
    B1(
            1,
            "生均教学及辅助用房面积(2012)",
            "teaching and auxiliary area per pupil (2012)",
            "m2",
            "facilities.teaching_auxiliary_area_m2",
            "facilities.indoor_sports_area_m2"),
    B2(
            1,
            "生均体育运动场馆面积(2012)",
            "sports area per pupil (2012)",
            "m2",
            "facilities.sports_ground_area_m2",
            "facilities.indoor_sports_area_m2"),
    B3(10000, "生均教学仪器设备值(2012)", "equipment value per pupil (2012)", "yuan", "facilities.equipment_value_10k_yuan"),
    B4(100, "每百名学生拥有计算机台数", "computers per 100 pupils", "computers", "facilities.computers"),
    B5(1, "生均图书册数", "books per pupil", "books", "facilities.books"),
    B6(1, "师生比", "teachers per pupil", "teachers", "staff.full_time_teacher_count"),
    B7(
            1,
            "生均高于规定学历教师数",
            "teachers above the required degree per pupil",
            "teachers",
            "staff.above_required_degree_teachers"),
    B8(
            1,
            "生均中级及以上专业技术职务教师数",
            "teachers of mid-level and higher title per pupil",
            "teachers",
            "staff.mid_senior_title_teachers");

    private final double factor;
    private final Words words;
    private final String unit;
    private final List<String> inputs;

    Resource(double factor, String zh, String en, String unit, String... inputs) {
        this.factor = factor;
        this.words = new Words(zh, en);
        this.unit = unit;
        this.inputs = List.of(inputs);
    }

    public double factor() {
        return factor;
    }

    public Words words() {
        return words;
    }

    /** The unit of the amount itself: teachers, m2, yuan, rooms. */
    public String unit() {
        return unit;
    }

    /** Columns it is computed from, {@code table.column}. */
    public List<String> inputs() {
        return inputs;
    }

    /** The number of pupils that a level speaks of: 100 for "per 100 pupils", else 1. */
    public int perPupils() {
        return factor == 100 ? 100 : 1;
    }

    /** Whether it belongs to the seven resources of 2017. */
    public boolean isOf2017() {
        return name().startsWith("R");
    }

    /** Whether the stages of a school share it, so that it is split. */
    public boolean isShared() {
        return inputs.get(0).startsWith("facilities.");
    }

    /** The amount that a stage has itself, or that the school shares among its stages; null when a part is not reported. */
    public @Nullable BigDecimal amount(StageStaff staff, Premises premises) {
        return switch (this) {
            case R1, B7 -> Sums.decimal(staff.aboveRequiredDegree());
            case R2 -> Sums.decimal(staff.backbone());
            case R3 -> plus(staff.physicalEducation(), staff.arts());
            case B6 -> Sums.decimal(staff.teachers());
            case B8 -> Sums.decimal(staff.midSeniorTitle());
            case R4, B1 -> minus(premises.teachingAuxiliaryAreaM2(), premises.indoorSportsAreaM2());
            case R5, B2 -> plus(premises.sportsGroundAreaM2(), premises.indoorSportsAreaM2());
            case R6, B3 -> Sums.decimal(premises.equipment10kYuan());
            case R7 -> Sums.decimal(premises.multimediaClassrooms());
            case B4 -> Sums.decimal(premises.computers());
            case B5 -> Sums.decimal(premises.books());
        };
    }

    private static @Nullable BigDecimal plus(@Nullable Double a, @Nullable Double b) {
        return Sums.decimal(Sums.of(a, b));
    }

    private static @Nullable BigDecimal minus(@Nullable Double a, @Nullable Double b) {
        return b == null ? null : plus(a, -b);
    }
}
