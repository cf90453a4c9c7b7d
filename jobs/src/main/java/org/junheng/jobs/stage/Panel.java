package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.balance.Resource;

/**
 * The panel of a delivery: everything that is said of schools, in one shape.
 *
 * @param resources resource levels of the stages of schools
 * @param rest roster, places, scores, indicators and surveys
 */
public record Panel(Dataset<Row> resources, Dataset<Row> rest) {

    /**
     * @param tables the checked tables by name; one that was not delivered is empty
     * @param told resources that the delivery can tell
     */
    public static Panel of(Dataset<Row> schoolYears, Map<String, Dataset<Row>> tables, List<Resource> told) {
        Dataset<Row> staff = table(tables, "staff");
        Dataset<Row> resources = ResourcePanel.of(schoolYears, staff, table(tables, "facilities"), told);
        Dataset<Row> figures = FigurePanel.scores(schoolYears, table(tables, "school_scores"), staff)
                .unionByName(FigurePanel.indicators(schoolYears, table(tables, "school_indicators"), staff));
        Dataset<Row> rest = FigurePanel.roster(schoolYears)
                .unionByName(FigurePanel.places(schoolYears, staff))
                .unionByName(Weights.of(figures))
                .unionByName(
                        SurveyPanel.of(schoolYears, table(tables, "survey_counts"), table(tables, "survey_responses")));
        return new Panel(resources, rest);
    }

    /** Everything that takes part in comparisons. */
    public Dataset<Row> all() {
        return resources
                .filter(col("weight").isNotNull().or(col("value").isNull()))
                .unionByName(rest);
    }

    /** A table of the contract by its name. */
    static Dataset<Row> table(Map<String, Dataset<Row>> tables, String name) {
        Dataset<Row> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }
}
