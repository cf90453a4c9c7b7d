package org.junheng.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.stats.Decimals;

/** What is known of a school in one year: where it lies, what it is, its pupils and teachers by stage. */
public record SchoolFacts(
        String school,
        int year,
        Area area,
        @Nullable SchoolType type,
        @Nullable UrbanRuralClass urbanRural,
        Flags flags,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        SortedMap<Stage, StageFacts> stages) {

    /** The areas a school lies in. */
    public record Area(
            @Nullable String county,
            @Nullable String prefecture,
            @Nullable String province) {
        /** Its areas, the smallest first. */
        public List<Subject> subjects() {
            List<Subject> subjects = new ArrayList<>();
            add(subjects, SubjectType.COUNTY, county);
            add(subjects, SubjectType.PREFECTURE, prefecture);
            add(subjects, SubjectType.PROVINCE, province);
            return subjects;
        }

        private static void add(List<Subject> subjects, SubjectType type, @Nullable String id) {
            if (id != null) {
                subjects.add(new Subject(type, id));
            }
        }
    }

    /** What is said of a school; null = not said. */
    public record Flags(
            @Nullable Boolean quality,
            @Nullable Boolean weak,
            @Nullable Boolean newlyBuilt) {
        public static final Flags UNKNOWN = new Flags(null, null, null);
    }

    /** Pupils and teachers of one stage; null = not reported. */
    public record StageFacts(
            @Nullable Double pupils,
            @Nullable Double aboveDegree,
            @Nullable Double backbone,
            @Nullable Double eligible,
            @Nullable Double rotated,
            @Nullable Double rotatedBackbone,
            @Nullable Double shadowing) {}

    public SchoolFacts {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }

    /** The sum over its stages; null where it has none or one of them does not report. */
    public @Nullable Double total(Function<StageFacts, @Nullable Double> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (StageFacts stage : stages.values()) {
            Double part = of.apply(stage);
            if (part == null) {
                return null;
            }
            sum = sum.add(Decimals.of(part));
        }
        return stages.isEmpty() ? null : Double.valueOf(sum.doubleValue());
    }

    public @Nullable Double pupils() {
        return total(StageFacts::pupils);
    }

    /** Whether it stands in a city or town (城镇学校) or is a quality school (优质学校); null where neither is sure. */
    public @Nullable Boolean isUrbanOrQuality() {
        if (Boolean.TRUE.equals(flags.quality()) || (urbanRural != null && urbanRural != UrbanRuralClass.RURAL)) {
            return true;
        }
        boolean sure = urbanRural != null && flags.quality() != null;
        return sure ? Boolean.FALSE : null;
    }
}
