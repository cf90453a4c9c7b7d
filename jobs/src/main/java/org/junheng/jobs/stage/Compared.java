package org.junheng.jobs.stage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.Subject;
import org.junheng.subject.SurveyView;

/** The schools that a comparison or a survey looked at, as a run puts them together. */
public final class Compared {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    private Compared() {}

    /**
     * The schools of the subject of a number in one year.
     *
     * @param facet what is compared, without the groups that a comparison adds
     */
    public static Optional<SchoolsView> of(Panel panel, Measures number, String facet, int year) {
        return points(panel, number, List.of(Kind.RESOURCE, Kind.FACET), facet, year)
                .map(own -> new SchoolsView(
                        number.subjectType(),
                        facet,
                        year,
                        own.stream().map(Series::figure).toList()));
    }

    /** The answers of the schools of the subject of a number. */
    public static Optional<SurveyView> survey(Panel panel, Measures number) {
        return points(panel, number, List.of(Kind.SURVEY), number.facet(), number.year())
                .map(own -> Series.survey(number.subjectType(), number.facet(), number.year(), own));
    }

    private static Optional<List<PanelPoint>> points(
            Panel panel, Measures number, List<Kind> kinds, String facet, int year) {
        Which which = Which.ALL.in("kind", kinds).is("facet", facet).is("year", year);
        List<PanelPoint> points = panel.all().where(which).list().stream()
                .map(POINT::record)
                .filter(p -> p.stage() == number.stage() && Objects.equals(p.grade(), number.grade()))
                .toList();
        return Optional.ofNullable(Subjects.of(points).get(new Subject(number.subjectType(), number.subjectId())));
    }
}
