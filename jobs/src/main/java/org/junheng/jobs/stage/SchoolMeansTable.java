package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.SchoolMeans;
import org.junheng.valueadded.SchoolMeansValueAdded;

/** Means of schools in the exams of the models, collected when first asked for. */
final class SchoolMeansTable {
    private final Tables tables;
    private final PupilModels models;
    private @Nullable Map<Integer, Map<String, Mean>> byExam;

    /** Mean of a school in one exam; tested is 0 where the count is missing. */
    private record Mean(long tested, double score) {}

    SchoolMeansTable(Tables tables, PupilModels models) {
        this.tables = tables;
        this.models = models;
    }

    CohortFit fit(CohortPlan plan) {
        Map<Integer, Map<String, Mean>> means = collected();
        List<SchoolMeans> schools = new ArrayList<>();
        means.getOrDefault(plan.model().outcome(), Map.of()).forEach((school, outcome) -> {
            List<Double> priors = new ArrayList<>();
            for (int exam : plan.model().priors()) {
                Mean prior = means.getOrDefault(exam, Map.of()).get(school);
                if (prior != null) {
                    priors.add(prior.score());
                }
            }
            if (outcome.tested() > 0 && priors.size() == plan.model().priors().size()) {
                schools.add(new SchoolMeans(school, outcome.tested(), outcome.score(), priors));
            }
        });
        return SchoolMeansValueAdded.fit(plan.priorTerms(), schools);
    }

    private Map<Integer, Map<String, Mean>> collected() {
        Map<Integer, Map<String, Mean>> known = byExam;
        if (known != null) {
            return known;
        }
        Map<Integer, Map<String, Mean>> read = new TreeMap<>();
        for (SchoolScores s : tables.records(SchoolScores.class)) {
            Integer exam = models.place(s.year(), s.grade(), s.subject());
            if (exam != null && s.meanScore() != null) {
                read.computeIfAbsent(exam, e -> new TreeMap<>())
                        .put(s.schoolCode(), new Mean(s.testedCount() == null ? 0 : s.testedCount(), s.meanScore()));
            }
        }
        byExam = read;
        return read;
    }
}
