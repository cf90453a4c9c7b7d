package org.junheng.jobs.stage;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SurveyCounts;

/**
 * Answers of every school, respondent group and item as rows of the panel. Where single answers and counts speak of the same school, year and
 * group the single answers win. {@code survey:<GROUP>} is the item {@code overall} when asked, else all items together.
 */
public final class SurveyPanel {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<SurveyCounts> COUNTS = Schema.of(SurveyCounts.class);
    private static final Schema<SurveyFigure> FIGURE = Schema.of(SurveyFigure.class);
    private static final List<String> KEY = List.of("school_code", "year", "respondent_group");

    private SurveyPanel() {}

    static Rows of(Rows schoolYears, Tables tables) {
        return schoolYears
                .joined(
                        figures(tables.rows("survey_counts"), tables.rows("survey_responses")),
                        List.of("school_code", "year"),
                        Rows.Unmatched.LEAVES)
                .each(POINT.struct(), row -> List.of(point(row)).iterator());
    }

    /** One row per school, year and facet ({@link SurveyFigure}). */
    static Rows figures(Rows counts, Rows responses) {
        Rows singles = responses
                .where(Which.ALL.filled("answer", "school_code", "respondent_group"))
                .only(List.of("school_code", "year", "respondent_group", "item", "response_id", "answer"));
        return counts.only(COUNTS.names()).and(singles).grouped(KEY, FIGURE.struct(), rows -> FIGURE.rows(
                        SurveyGroup.figures(rows))
                .iterator());
    }

    private static Row point(Row row) {
        SurveyFigure figure = FIGURE.record(row);
        return POINT.row(new Points(SCHOOL.record(row))
                .figure(
                        Kind.SURVEY,
                        null,
                        null,
                        figure.facet(),
                        Points.Figures.survey(figure, SchoolYears.pupils(row).all())));
    }
}
