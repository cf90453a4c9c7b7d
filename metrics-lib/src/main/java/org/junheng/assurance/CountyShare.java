package org.junheng.assurance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Ownership;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * A share of the teachers or pupils of all compulsory schools of a county (全县汇总比例).
 *
 * <p>{@code sum of parts / sum of wholes} over the schools it is demanded of; a ratio. Retention of three junior years (初中三年巩固率):
 * {@code (graduates - transferred in + transferred out) / (grade-7 enrolment - deaths)}.
 *
 * <p>Absent when any of these schools does not report, for a county is never found in order for lack of data; or when the denominator is 0.
 *
 * <p>Source: 教督〔2017〕6号, government 9, 12 and 13, quality 1.
 *
 * <p>Clauses: national-2017:G9; national-2017:G12; national-2017:G13; national-2017:Q1.
 */
public record CountyShare(Kind kind) implements Metric<CountyReport> {
    private static final Words ZERO = new Words("分母为0", "the denominator is 0");

    /** Which share. */
    public enum Kind {
        TRAINED("assurance.trained_share", "教师5年360学时培训完成率", "teachers trained 360 hours in five years", "G9"),
        CERTIFIED("assurance.certified_share", "教师资格证持证上岗率", "teachers with a teaching certificate", "G12"),
        CATCHMENT(
                "assurance.catchment_share",
                "就近划片入学比例",
                "pupils of urban and town public day schools who live in the catchment",
                "G13"),
        RETENTION("assurance.junior_retention", "初中三年巩固率", "junior pupils kept for three years", "Q1");

        private final String id;
        private final Words name;
        private final String rule;

        Kind(String id, String zh, String en, String rule) {
            this.id = id;
            this.name = new Words(zh, en);
            this.rule = rule;
        }
    }

    private record Parts(BigDecimal part, BigDecimal whole) {}

    @Override
    public Definition definition() {
        return new Definition(
                kind.id,
                kind.name,
                formula(),
                "1",
                "ratio",
                Better.HIGHER,
                List.of("national-2017:" + kind.rule),
                inputs(),
                new Words(
                        "任一应报学校缺数或分母为0时不评价", "absent when any of the schools does not report or the denominator is 0"),
                "hand example");
    }

    private String formula() {
        return switch (kind) {
            case TRAINED -> "sum(trained_360h_teachers) / sum(full_time_teacher_count)";
            case CERTIFIED -> "sum(certified_teachers) / sum(full_time_teacher_count)";
            case CATCHMENT ->
                "sum(in_catchment_pupil_count) / sum(pupil_count), urban and town public schools without is_boarding = 1";
            case RETENTION ->
                "(sum(graduate_count) - sum(transfer_in_count) + sum(transfer_out_count)) / (sum(grade7_base_count) - sum(death_count))";
        };
    }

    private List<String> inputs() {
        return switch (kind) {
            case TRAINED -> List.of("school_indicators.trained_360h_teachers", "staff.full_time_teacher_count");
            case CERTIFIED -> List.of("school_indicators.certified_teachers", "staff.full_time_teacher_count");
            case CATCHMENT ->
                List.of(
                        "school_indicators.in_catchment_pupil_count",
                        "staff.pupil_count",
                        "schools.urban_rural_class",
                        "schools.ownership");
            case RETENTION ->
                List.of(
                        "school_indicators.graduate_count",
                        "school_indicators.transfer_in_count",
                        "school_indicators.transfer_out_count",
                        "school_indicators.grade7_base_count",
                        "school_indicators.death_count");
        };
    }

    @Override
    public Class<CountyReport> view() {
        return CountyReport.class;
    }

    @Override
    public boolean appliesTo(CountyReport view) {
        return switch (kind) {
            case TRAINED, CERTIFIED -> view.about().stage() == null;
            case CATCHMENT -> view.about().stage() != null;
            case RETENTION -> view.about().stage() == Stage.JUNIOR;
        };
    }

    @Override
    public Outcome of(CountyReport view) {
        List<SchoolReport> asked = view.schools().stream()
                .filter(s -> isAsked(s, view.about().stage()))
                .toList();
        List<Parts> told = new ArrayList<>();
        asked.forEach(s -> parts(s, view.about().stage()).ifPresent(told::add));
        Counts counts = Counts.ofSchools(told.size());
        int lacking = asked.size() - told.size();
        if (lacking > 0 || told.isEmpty()) {
            return new Absent(lacking(lacking), counts);
        }
        BigDecimal part = told.stream().map(Parts::part).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal whole = told.stream().map(Parts::whole).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Share.of(1, part, whole, counts, ZERO, Words.NONE);
    }

    private Words lacking(int schools) {
        return new Words(
                schools + "所应报学校缺少数据:" + formula(), schools + " schools that must report do not: " + formula());
    }

    private boolean isAsked(SchoolReport s, @Nullable Stage stage) {
        if (!s.isCompulsory()) {
            return false;
        }
        if (stage != null && !s.compulsoryStages().contains(stage)) {
            return false;
        }
        boolean inTown = s.urbanRural() == UrbanRuralClass.URBAN || s.urbanRural() == UrbanRuralClass.TOWN;
        return kind != Kind.CATCHMENT || (inTown && s.ownership() == Ownership.PUBLIC && !s.isTrue("is_boarding"));
    }

    private Optional<Parts> parts(SchoolReport s, @Nullable Stage stage) {
        return switch (kind) {
            case TRAINED -> teachers(s, "trained_360h_teachers");
            case CERTIFIED -> teachers(s, "certified_teachers");
            case CATCHMENT ->
                stage == null
                        ? Optional.empty()
                        : both(
                                s.of("in_catchment_pupil_count", stage),
                                s.pupils().get(stage));
            case RETENTION -> kept(s);
        };
    }

    /** Of all teachers of the school where it speaks of them all, else of those of its compulsory stages. */
    private static Optional<Parts> teachers(SchoolReport s, String id) {
        boolean ofAll = s.told().containsKey(id);
        Iterable<Stage> stages = ofAll ? s.teachers().keySet() : s.compulsoryStages();
        return both(s.whole(id), SchoolReport.sum(stages, stage -> s.teachers().get(stage)));
    }

    private static Optional<Parts> kept(SchoolReport s) {
        @Nullable Double graduates = s.of("graduate_count", Stage.JUNIOR);
        @Nullable Double in = s.of("transfer_in_count", Stage.JUNIOR);
        @Nullable Double out = s.of("transfer_out_count", Stage.JUNIOR);
        @Nullable Double begun = s.of("grade7_base_count", Stage.JUNIOR);
        @Nullable Double died = s.of("death_count", Stage.JUNIOR);
        return graduates == null || in == null || out == null || begun == null || died == null
                ? Optional.empty()
                : Optional.of(new Parts(
                        Decimals.of(graduates).subtract(Decimals.of(in)).add(Decimals.of(out)),
                        Decimals.of(begun).subtract(Decimals.of(died))));
    }

    private static Optional<Parts> both(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null
                ? Optional.empty()
                : Optional.of(new Parts(Decimals.of(part), Decimals.of(whole)));
    }
}
