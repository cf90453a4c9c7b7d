package org.junheng.assurance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * Share of the teachers of town schools who are backbone teachers or have a degree, less that of urban schools (镇区与城区教师结构之差), by stage.
 *
 * <p>{@code sum(part) / sum(teachers)} of town schools less that of urban schools; a ratio. The facet is {@code backbone}, {@code bachelor}, or
 * {@code diploma}: above the required degree.
 *
 * <p>Absent without a town school or an urban school that reports both. Schools that do not report are left out and said.
 *
 * <p>Source: Shandong, strong townships plan: shares not below urban schools (SD-04).
 *
 * <p>Clause: SD-04.
 */
public record TownTeachers(Who who) implements Metric<CountyReport> {
    private static final Words NO_GROUP =
            new Words("缺少镇区学校或城区学校的教师数", "no town school or no urban school reports its teachers");
    private static final Words NOT_REPORTED = new Words("教师数未填报", "teachers not reported");

    /** Which teachers. */
    public enum Who {
        BACKBONE("backbone_teachers"),
        BACHELOR("bachelor_teachers"),
        DIPLOMA("above_required_degree_teachers");

        private final String column;

        Who(String column) {
            this.column = column;
        }
    }

    /** Every share. */
    public static List<TownTeachers> each() {
        return Arrays.stream(Who.values()).map(TownTeachers::new).toList();
    }

    @Override
    public Definition definition() {
        return new Definition(
                "town.teachers_over_urban",
                new Words("镇区与城区教师结构之差", "teachers of town schools less those of urban schools"),
                "share of backbone, bachelor or above-degree teachers in town schools - that in urban schools",
                "1",
                "ratio",
                Better.HIGHER,
                List.of("SD-04"),
                List.of(
                        "schools.urban_rural_class",
                        "staff.full_time_teacher_count",
                        "staff.backbone_teachers|staff.bachelor_teachers|staff.above_required_degree_teachers"),
                new Words(
                        "缺镇区或城区学校时不评价;未填报的学校剔除并说明",
                        "absent without either group; schools that do not report are left out and said"),
                "hand example");
    }

    @Override
    public Class<CountyReport> view() {
        return CountyReport.class;
    }

    @Override
    public String facetSuffix() {
        return who.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean appliesTo(CountyReport view) {
        return view.about().stage() != null
                && (who == Who.DIPLOMA) == (view.about().stage() == Stage.KINDERGARTEN);
    }

    @Override
    public Outcome of(CountyReport view) {
        Stage stage = Objects.requireNonNull(view.about().stage(), "a figure of a stage");
        List<SchoolReport> town = of(view, UrbanRuralClass.TOWN, stage);
        List<SchoolReport> urban = of(view, UrbanRuralClass.URBAN, stage);
        Optional<BigDecimal> left = share(town, stage);
        Optional<BigDecimal> right = share(urban, stage);
        long told = told(town, stage) + told(urban, stage);
        Counts counts = Counts.ofSchools(told);
        if (left.isEmpty() || right.isEmpty()) {
            return new Absent(NO_GROUP, counts);
        }
        Outcome lead = Outcome.nearest(left.get().subtract(right.get()), counts);
        return lead instanceof Value value
                ? value.withCaution(Share.leftOut(town.size() + urban.size() - told, NOT_REPORTED))
                : lead;
    }

    private static List<SchoolReport> of(CountyReport view, UrbanRuralClass place, Stage stage) {
        return view.schools().stream()
                .filter(s -> s.urbanRural() == place && s.teachers().containsKey(stage))
                .toList();
    }

    private long told(List<SchoolReport> schools, Stage stage) {
        return schools.stream().filter(s -> isTold(s, stage)).count();
    }

    private boolean isTold(SchoolReport s, Stage stage) {
        return s.teachers().get(stage) != null && s.told().containsKey(who.column + "@" + stage);
    }

    private Optional<BigDecimal> share(List<SchoolReport> schools, Stage stage) {
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (SchoolReport s : schools) {
            @Nullable Double own = s.told().get(who.column + "@" + stage);
            @Nullable Double teachers = s.teachers().get(stage);
            if (own != null && teachers != null) {
                part = part.add(Decimals.of(own));
                all = all.add(Decimals.of(teachers));
            }
        }
        return all.signum() == 0 ? Optional.empty() : Optional.of(Decimals.ratio(part, all));
    }
}
