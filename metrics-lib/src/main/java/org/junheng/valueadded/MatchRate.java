package org.junheng.valueadded;

import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Words;
import org.junheng.valueadded.CohortFit.FittedTerm;

/** How many of the pupils with an outcome score have everything the model needs (匹配率), and in how many schools they are. */
record MatchRate(long withOutcome, long complete, long schools) {
    static MatchRate of(Cohort cohort, SortedMap<String, SchoolSums> complete) {
        long inSchools = cohort.schools().values().stream()
                .mapToLong(SchoolSums::withOutcome)
                .sum();
        long pupils = complete.values().stream().mapToLong(SchoolSums::complete).sum();
        return new MatchRate(inSchools + cohort.withoutSchool(), pupils, complete.size());
    }

    boolean isBelow(int percent) {
        return 100 * complete < percent * withOutcome;
    }

    FittedTerm term() {
        return term("match_rate", (double) complete / withOutcome, null);
    }

    FittedTerm term(String name, double estimate, @Nullable Double se) {
        return new FittedTerm(name, estimate, se, complete, schools);
    }

    Words tooLow(int least) {
        String rate = String.format(Locale.ROOT, "%.1f", 100.0 * complete / withOutcome);
        return new Words(
                "匹配率" + rate + "%,低于" + least + "%:有结果成绩的" + withOutcome + "名学生中只有" + complete + "名数据完整",
                "match rate " + rate + " %, below " + least + " %: of " + withOutcome
                        + " pupils with an outcome score only " + complete + " have everything the model needs");
    }
}
