package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junheng.balance.Resource;
import org.junheng.jobs.stage.PanelPoint.Kind;

/**
 * The panel of a delivery: everything that is said of schools, in one shape.
 *
 * @param schools roster, places and resource levels of the stages of schools
 * @param rest scores, indicators and surveys
 */
public record Panel(Dataset<Row> schools, Dataset<Row> rest) {

    /**
     * @param tables the checked tables by name; one that was not delivered is empty
     * @param told resources that the delivery can tell
     */
    public static Panel of(Dataset<Row> schoolYears, Map<String, Dataset<Row>> tables, List<Resource> told) {
        Dataset<Row> staff = table(tables, "staff");
        Dataset<Row> schools = SchoolPanel.of(schoolYears, staff, table(tables, "facilities"), told);
        Dataset<Row> figures =
                FigurePanel.of(schoolYears, table(tables, "school_scores"), table(tables, "school_indicators"), staff);
        Dataset<Row> rest = Weights.of(figures)
                .unionByName(SurveyPanel.of(
                        schoolYears, table(tables, "survey_counts"), table(tables, "survey_responses"), staff));
        return new Panel(schools, rest);
    }

    /** Resource levels of the stages of schools. */
    public Dataset<Row> resources() {
        return schools.filter(col("kind").equalTo(Kind.RESOURCE.name()));
    }

    /** Everything that is said of schools. */
    public Dataset<Row> all() {
        return schools.unionByName(rest);
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
