package org.junheng.valueadded;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.stats.LikelihoodRatio;
import org.junheng.valueadded.CohortFit.FittedTerm;

/**
 * How many of the pupils with an outcome score have everything the model needs (匹配率), and in how many schools they are.
 *
 * @param matched of the complete those who have the prior that the fewest lack; all where no missing prior is kept
 */
record MatchRate(long withOutcome, long complete, long matched, long schools) {
    private static final int LEAST_PERCENT = 70;

    static MatchRate of(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        long inSchools = cohort.schools().values().stream()
                .mapToLong(SchoolSums::withOutcome)
                .sum();
        long pupils = complete.values().stream().mapToLong(SchoolSums::complete).sum();
        long lacking = cohort.terms().stream()
                .filter(Term.Missing.class::isInstance)
                .mapToLong(term -> lacking(cohort, complete, (Term.Missing) term))
                .min()
                .orElse(0);
        return new MatchRate(inSchools + cohort.withoutSchool(), pupils, pupils - lacking, complete.size());
    }

    private static long lacking(Cohort cohort, SortedMap<String, SchoolSums> complete, Term.Missing missing) {
        return (long) new CompletePupils(cohort.terms(), complete)
                .sums(missing.at())
                .sum(0)
                .doubleValue();
    }

    /** Why the pupils are too few to stand for all, {@link Words#NONE} when they are not. */
    Words refusal() {
        if (withOutcome == 0) {
            return new Words("没有学生有结果考试成绩", "no pupil has an outcome score");
        }
        return 100 * matched < LEAST_PERCENT * withOutcome ? tooLow() : Words.NONE;
    }

    /** The share, where anybody has an outcome score. */
    List<FittedTerm> terms() {
        return withOutcome == 0 ? List.of() : List.of(term("match_rate", (double) matched / withOutcome, null));
    }

    /** A term that the others determine. */
    FittedTerm dropped(String name) {
        return new FittedTerm(name, null, null, null, null, complete, schools);
    }

    FittedTerm tested(String name, LikelihoodRatio test) {
        return new FittedTerm(name, test.chiSquared(), null, (double) test.degrees(), test.p(), complete, schools);
    }

    FittedTerm term(String name, double estimate, @Nullable Double se) {
        return new FittedTerm(name, estimate, se, complete, schools);
    }

    private Words tooLow() {
        String rate = String.format(Locale.ROOT, "%.1f", 100.0 * matched / withOutcome);
        return new Words(
                "匹配率" + rate + "%,低于" + LEAST_PERCENT + "%:有结果成绩的" + withOutcome + "名学生中只有" + matched + "名数据完整",
                "match rate " + rate + " %, below " + LEAST_PERCENT + " %: of " + withOutcome
                        + " pupils with an outcome score only " + matched + " have everything the model needs");
    }
}
