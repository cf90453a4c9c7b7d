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

/** The schools that a comparison looked at, as a run puts them together. */
public final class Compared {
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    private Compared() {}

    /**
     * The schools of the subject of a number in one year.
     *
     * @param facet what is compared, without the groups that a comparison adds
     */
    public static Optional<SchoolsView> of(Panel panel, Measures number, String facet, int year) {
        Which which = Which.ALL
                .in("kind", List.of(Kind.RESOURCE, Kind.FACET))
                .is("facet", facet)
                .is("year", year);
        List<PanelPoint> points = panel.all().where(which).list().stream()
                .map(POINT::record)
                .filter(p -> p.stage() == number.stage() && Objects.equals(p.grade(), number.grade()))
                .toList();
        return Optional.ofNullable(Subjects.of(points).get(new Subject(number.subjectType(), number.subjectId())))
                .map(own -> new SchoolsView(
                        number.subjectType(),
                        facet,
                        year,
                        own.stream().map(Series::figure).toList()));
    }
}
