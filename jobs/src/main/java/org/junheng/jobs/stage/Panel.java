package org.junheng.jobs.stage;

import java.util.List;
import org.junheng.balance.Resource;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.stage.PanelPoint.Kind;

/**
 * The panel of a delivery: everything that is said of schools, in one shape.
 *
 * @param schools roster, places and resource levels of the stages of schools
 * @param rest scores, indicators and surveys
 */
public record Panel(Rows schools, Rows rest) {

    /**
     * @param schoolYears rows of {@link SchoolYears}
     * @param told resources that the delivery can tell
     */
    public static Panel of(Rows schoolYears, Tables tables, List<Resource> told) {
        return new Panel(
                SchoolPanel.of(schoolYears, tables, told),
                Weights.of(FigurePanel.of(schoolYears, tables)).and(SurveyPanel.of(schoolYears, tables)));
    }

    /** Resource levels of the stages of schools. */
    public Rows resources() {
        return schools.where(Which.ALL.is("kind", Kind.RESOURCE));
    }

    /** Everything that is said of schools. */
    public Rows all() {
        return schools.and(rest);
    }
}
