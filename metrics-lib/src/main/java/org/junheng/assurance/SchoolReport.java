package org.junheng.assurance;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Counts;
import org.junheng.stats.Decimals;
import org.junheng.subject.About;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;
import org.junheng.subject.View;

/**
 * What a school reports in one year beyond the seven resources, or one of its stages where {@code about} names it. A campus or teaching point
 * speaks for itself here: rooms, classes and budgets are demanded of each.
 *
 * @param pupils, teachers by stage; null = not reported
 * @param told further figures by identifier, of the whole school as {@code id}, of a stage as {@code id@STAGE}
 */
public record SchoolReport(
        About about,
        @Nullable SchoolType type,
        @Nullable UrbanRuralClass urbanRural,
        @Nullable Ownership ownership,
        SortedMap<Stage, @Nullable Double> pupils,
        SortedMap<Stage, @Nullable Double> teachers,
        @Nullable Double classes,
        SortedMap<String, Double> told)
        implements View {
    public SchoolReport {
        pupils = Collections.unmodifiableSortedMap(new TreeMap<>(pupils));
        teachers = Collections.unmodifiableSortedMap(new TreeMap<>(teachers));
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    /** The same school, looked at in one of its stages. */
    public SchoolReport in(Stage stage, About of) {
        return new SchoolReport(of.in(stage), type, urbanRural, ownership, pupils, teachers, classes, told);
    }

    /** The same school as one of a township, which is held against urban schools. */
    public SchoolReport besideUrban() {
        UrbanRuralClass side = urbanRural == null ? null : urbanRural.besideUrban();
        return new SchoolReport(about, type, side, ownership, pupils, teachers, classes, told);
    }

    /** Whether it gives compulsory schooling to all: special and vocational schools have their own rules. */
    public boolean isCompulsory() {
        return type != SchoolType.SPECIAL
                && type != SchoolType.VOCATIONAL
                && !compulsoryStages().isEmpty();
    }

    /** The compulsory stages in which it has pupils or does not say how many. */
    public SortedSet<Stage> compulsoryStages() {
        SortedSet<Stage> stages = new TreeSet<>();
        pupils.forEach((stage, n) -> {
            if ((stage == Stage.PRIMARY || stage == Stage.JUNIOR) && (n == null || n > 0)) {
                stages.add(stage);
            }
        });
        return stages;
    }

    /** A figure of the whole school, or the sum of those of its compulsory stages. */
    @Nullable
    Double whole(String id) {
        Double whole = told.get(id);
        return whole != null ? whole : sum(compulsoryStages(), stage -> told.get(id + "@" + stage));
    }

    /** A figure of a stage; that of the whole school where it has no other stage. */
    @Nullable
    Double of(String id, Stage stage) {
        Double own = told.get(id + "@" + stage);
        return own == null && pupils.size() == 1 && pupils.containsKey(stage) ? told.get(id) : own;
    }

    boolean isTrue(String id) {
        Double flag = told.get(id);
        return flag != null && flag == 1;
    }

    @Nullable
    Double compulsoryPupils() {
        return sum(compulsoryStages(), stage -> pupils.get(stage));
    }

    /** The pupils of the stage looked at, or of all its stages. */
    Counts counts() {
        Stage stage = about.stage();
        Double n = stage == null ? sum(pupils.keySet(), s -> pupils.get(s)) : pupils.get(stage);
        return new Counts(1L, n == null ? null : Math.round(n), null);
    }

    static @Nullable Double sum(Iterable<Stage> stages, java.util.function.Function<Stage, @Nullable Double> of) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (Stage stage : stages) {
            Double part = of.apply(stage);
            if (part == null) {
                return null;
            }
            sum = sum.add(Decimals.of(part));
            any = true;
        }
        double total = sum.doubleValue();
        return any && Double.isFinite(total) ? Double.valueOf(total) : null;
    }
}
