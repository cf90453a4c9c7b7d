package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.SchoolMeans;
import org.junheng.valueadded.SchoolMeansValueAdded;

/** Means of schools in the exams of the models, collected when first asked for. */
final class SchoolMeansTable {
    private final Dataset<Row> schoolScores;
    private final PupilModels models;
    private @Nullable Map<Integer, Map<String, Mean>> byExam;

    /** Mean of a school in one exam; tested is 0 where the count is missing. */
    private record Mean(long tested, double score) {}

    SchoolMeansTable(Dataset<Row> schoolScores, PupilModels models) {
        this.schoolScores = schoolScores;
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
        List<Row> rows = schoolScores
                .select(models.place().as("exam"), col("school_code"), col("tested_count"), col("mean_score"))
                .where("exam is not null and mean_score is not null")
                .collectAsList();
        for (Row row : rows) {
            read.computeIfAbsent(row.getInt(0), e -> new TreeMap<>())
                    .put(row.getString(1), new Mean(row.isNullAt(2) ? 0 : row.getLong(2), row.getDouble(3)));
        }
        byExam = read;
        return read;
    }
}
