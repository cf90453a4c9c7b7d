package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Words;
import org.junheng.stats.ExactMoments;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.Cohort.Scale;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.CohortFit.SchoolEffect;
import org.junheng.valueadded.SchoolValueAdded;
import org.junheng.valueadded.Structure;
import org.junheng.valueadded.StructuredFit;
import org.junheng.valueadded.Term;

/**
 * A block in one subject: what is summed over pupils for it, and its terms.
 *
 * @param structures that are fitted beside the model
 * @param obstacle why the model cannot be set up; {@link Words#NONE} when it can
 */
record CohortPlan(
        ValueAddedBlock block,
        String subject,
        PupilModels.PupilModel model,
        List<Term> terms,
        List<Structure> structures,
        Words obstacle) {
    static final String SCORE = "score";
    private static final String DEVIATIONS = "sd";

    CohortPlan {
        terms = List.copyOf(terms);
        structures = List.copyOf(structures);
    }

    String unit() {
        return isStandardised() ? DEVIATIONS : SCORE;
    }

    /** Names of the prior exams in the table of the fit. */
    List<String> priorTerms() {
        return block.prior().stream()
                .map(exam -> "prior_" + exam.year() + "_" + exam.grade())
                .toList();
    }

    CohortFit fit(SchoolTotals totals, int place) {
        if (!obstacle.equals(Words.NONE)) {
            List<SchoolEffect> effects = totals.schools(place).keySet().stream()
                    .map(school -> new SchoolEffect(school, new Absent(obstacle, Counts.NONE), null))
                    .toList();
            return new CohortFit(List.of(), effects, obstacle);
        }
        return new SchoolValueAdded().fit(cohort(totals, place));
    }

    StructuredFit fit(SchoolTotals totals, int place, Structure structure) {
        Cohort cohort = cohort(totals, place);
        return obstacle.equals(Words.NONE)
                ? StructuredFit.of(cohort, structure)
                : StructuredFit.refused(cohort, structure, obstacle);
    }

    Cohort cohort(SchoolTotals totals, int place) {
        return new Cohort(
                block.estimator(),
                terms,
                scales(totals),
                totals.schools(place),
                totals.withoutSchool(place),
                reliabilities());
    }

    /** By the place of the prior among the numbers of a pupil. */
    private SortedMap<Integer, Double> reliabilities() {
        SortedMap<Integer, Double> reliabilities = new TreeMap<>();
        for (int i = 0; i < block.reliabilities().size(); i++) {
            if (block.reliabilities().get(i) < 1) {
                reliabilities.put(i + 1, block.reliabilities().get(i));
            }
        }
        return reliabilities;
    }

    private boolean isStandardised() {
        return block.standardise() == Standardise.WITHIN_EXAM;
    }

    private List<Scale> scales(SchoolTotals totals) {
        List<Scale> scales = new ArrayList<>();
        scales.add(scale(model.outcome(), totals));
        model.priors().forEach(exam -> scales.add(scale(exam, totals)));
        model.numbers().forEach(column -> scales.add(Scale.NONE));
        if (model.marksMissing()) {
            model.priors().forEach(exam -> scales.add(Scale.NONE));
        }
        return scales;
    }

    private Scale scale(int exam, SchoolTotals totals) {
        if (!isStandardised()) {
            return Scale.NONE;
        }
        ExactMoments moments = totals.moments(exam);
        double deviation = moments.n() == 0 ? 0 : moments.populationDeviation();
        return deviation > 0 ? new Scale(moments.mean(), deviation) : Scale.NONE;
    }
}
