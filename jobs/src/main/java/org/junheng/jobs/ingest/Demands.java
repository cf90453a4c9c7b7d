package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.config.Nearest;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.metric.Words;

/** What the evaluation asks of the data and only the data can tell: years, covariates, tables of the models. */
final class Demands {
    private static final String SCHOOL_MEAN = "school_mean_";

    private final Evaluation evaluation;
    private final Map<String, CheckedTable> tables;
    private final References known;

    Demands(Evaluation evaluation, Map<String, CheckedTable> tables, References known) {
        this.evaluation = evaluation;
        this.tables = tables;
        this.known = known;
    }

    /** Why the delivery cannot serve this evaluation. */
    List<Words> unmet() {
        List<Words> unmet = new ArrayList<>();
        for (int year : evaluation.years()) {
            if (!known.hasSchoolsIn(year)) {
                String schools = Objects.requireNonNull(evaluation.inputs().get("schools"))
                        .path();
                unmet.add(new Fault(
                                Rule.YEAR_ABSENT, file() + " (" + schools + ")", 0, "year", null, String.valueOf(year))
                        .words());
            }
        }
        for (ValueAddedBlock block : evaluation.valueAdded()) {
            Set<String> columns = columns("schools", "pupils");
            columns.add("prior");
            block.covariates().forEach(c -> covariate(c, columns, unmet));
        }
        for (ImpactBlock block : evaluation.impact()) {
            block.covariates().forEach(c -> covariate(c, columns("schools"), unmet));
        }
        return unmet;
    }

    private void covariate(String covariate, Set<String> columns, List<Words> unmet) {
        String column = covariate.startsWith(SCHOOL_MEAN) ? covariate.substring(SCHOOL_MEAN.length()) : covariate;
        if (!columns.contains(column) || covariate.equals("prior")) {
            String near = Nearest.to(column, columns).orElse("");
            unmet.add(new Fault(Rule.COVARIATE_ABSENT, file(), 0, covariate, null, near).words());
        }
    }

    /** The columns of delivered tables but their keys and sources. */
    private Set<String> columns(String... names) {
        Set<String> columns = new TreeSet<>();
        for (String table : names) {
            if (evaluation.inputs().containsKey(table)) {
                columns.addAll(Objects.requireNonNull(tables.get(table)).columns());
            }
        }
        columns.removeAll(Set.of(RowReader.SOURCE_FILE, RowReader.SOURCE_ROW));
        return columns;
    }

    /** What cannot be computed because a table is not delivered. */
    static List<Words> tablesMissing(Evaluation evaluation) {
        List<Words> told = new ArrayList<>();
        evaluation.valueAdded().forEach(b -> told.addAll(missing(evaluation, "value_added " + b.id(), "pupil_scores")));
        evaluation.growth().forEach(b -> told.addAll(missing(evaluation, "growth " + b.id(), "pupil_scores")));
        evaluation
                .impact()
                .forEach(b -> told.addAll(missing(
                        evaluation,
                        "impact " + b.id(),
                        "clusters",
                        "memberships",
                        source(b.outcome().table()))));
        return told;
    }

    /** From which table an outcome comes, if it is a result of the run itself; what the models need is told of them. */
    private static String source(String outcome) {
        if (outcome.equals("resources")) {
            return "staff";
        }
        return ImpactBlock.RESULTS.containsKey(outcome) ? "pupil_scores" : outcome;
    }

    private static List<Words> missing(Evaluation evaluation, String what, String... tables) {
        return Stream.of(tables)
                .filter(t -> !evaluation.inputs().containsKey(t))
                .map(t -> Fault.of(Rule.TABLE_ABSENT, t, what).words())
                .toList();
    }

    private String file() {
        return String.valueOf(evaluation.file().getFileName());
    }
}
