package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.ModelFits;
import org.junheng.metric.Words;
import org.junheng.selection.BoundedValueAdded;
import org.junheng.selection.BoundedValueAdded.Seen;
import org.junheng.subject.SubjectType;

/**
 * Bounds of value-added beside schools that are flagged for the share of their roll that was tested, where pupils cannot be followed from the prior
 * exam because it lies in an earlier stage.
 */
public final class TestedBounds {
    private final Map<String, Measures> shares = new HashMap<>();
    private final Map<String, List<Measures>> exams = new HashMap<>();
    private final Set<String> flagged = new HashSet<>();
    private final Map<String, Double> variances = new HashMap<>();
    private final Map<String, Double> reliabilities = new HashMap<>();
    private final Set<String> bounded = new HashSet<>();
    private final Places places;

    private TestedBounds(List<Measures> dimensions, Modelled modelled, Places places) {
        this.places = places;
        for (Measures m : dimensions) {
            if (m.metricId().equals("selection.tested_share") && m.numerator() != null && m.denominator() != null) {
                shares.put(school(m), m);
                exams.computeIfAbsent(exam(m), e -> new ArrayList<>()).add(m);
            } else if (m.metricId().equals("selection.tested_flag") && m.value() != null && m.value() == 1) {
                flagged.add(school(m));
            }
        }
        for (ModelFits fit : modelled.fits()) {
            if (fit.term().startsWith("sigma2_") && fit.estimate() != null) {
                variances.put(fit.modelId() + "|" + fit.year() + "|" + fit.facet() + "|" + fit.term(), fit.estimate());
            }
        }
        for (Measures m : modelled.measures()) {
            if (m.metricId().equals("valueadded.reliability") && m.value() != null) {
                reliabilities.put(m.modelId() + "|" + school(m), m.value());
            } else if (m.metricId().startsWith("selection.valueadded_")) {
                bounded.add(m.modelId() + "|" + school(m));
            }
        }
    }

    /** @param dimensions what the delivery says by itself, tested shares and their flags among it */
    public static List<Measures> of(List<Measures> dimensions, Modelled modelled, Places places) {
        TestedBounds bounds = new TestedBounds(dimensions, modelled, places);
        List<Measures> rows = new ArrayList<>();
        if (!bounds.flagged.isEmpty()) {
            modelled.measures().stream()
                    .filter(m -> m.metricId().equals("valueadded.school") && m.value() != null)
                    .filter(m -> bounds.flagged.contains(school(m))
                            && !bounds.bounded.contains(m.modelId() + "|" + school(m)))
                    .forEach(m -> bounds.add(m, rows));
        }
        return rows;
    }

    private void add(Measures effect, List<Measures> rows) {
        String model = effect.modelId() + "|" + effect.year() + "|" + effect.facet() + "|sigma2_";
        Double school = variances.get(model + "school");
        Double pupil = variances.get(model + "pupil");
        Double reliability = reliabilities.get(effect.modelId() + "|" + school(effect));
        Measures share = shares.get(school(effect));
        Integer grade = effect.grade();
        if (school != null && pupil != null && reliability != null && share != null && grade != null) {
            Seen seen = new Seen(
                    effect.nPupils() == null ? 0 : effect.nPupils(),
                    effect.value() == null ? 0 : effect.value(),
                    reliability,
                    school,
                    pupil,
                    number(share.denominator()) - number(share.numerator()),
                    number(share.numerator()) / number(share.denominator()),
                    elsewhere(share),
                    told(share));
            for (BoundedValueAdded.Bound bound : BoundedValueAdded.Bound.values()) {
                BoundedValueAdded metric = new BoundedValueAdded(bound);
                rows.add(new ModelRow(
                                metric.definition(),
                                effect.modelId(),
                                new Exam(effect.year(), grade),
                                effect.facet(),
                                effect.unit())
                        .of(SubjectType.SCHOOL, effect.subjectId(), metric.of(seen)));
            }
        }
    }

    /** The tested share of the other schools of the county in the same exam. */
    private double elsewhere(Measures own) {
        double tested = 0;
        double roll = 0;
        for (Measures other : exams.getOrDefault(exam(own), List.of())) {
            if (!other.subjectId().equals(own.subjectId())) {
                tested += number(other.numerator());
                roll += number(other.denominator());
            }
        }
        return tested / roll;
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Words told(Measures share) {
        String missing = String.format(
                Locale.ROOT, "%.0f%%", 100 * (1 - number(share.numerator()) / number(share.denominator())));
        return new Words(
                "年级在籍学生中" + missing + "没有参加考试", missing + " of the pupils on the roll of the grade were not tested");
    }

    private String exam(Measures m) {
        String county = places.counties().get(Places.of(SubjectType.SCHOOL, m.subjectId(), m.year()));
        return county + "|" + m.year() + "|" + m.grade() + "|" + m.facet();
    }

    private static String school(Measures m) {
        return m.subjectId() + "|" + m.year() + "|" + m.grade() + "|" + m.facet();
    }
}
