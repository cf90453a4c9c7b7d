package org.junheng.jobs.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;
import org.junheng.jobs.Measured;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.Tables;
import org.junheng.jobs.table.Measures;
import org.junheng.subject.Subject;

/** The rows of a delivery that numbers of one subject rest on. */
public final class Scope {
    private static final Set<String> OF_PUPILS = Set.of("pupils", "pupil_scores", "enrolments");
    private static final List<String> PLACES = List.of("counties", "schools", "memberships", "school_links");

    private final Measured.Checked checked;
    private final Asked asked;
    private final SortedSet<String> schools;
    private final SortedSet<String> counties;
    private final SortedSet<String> clusters;

    /**
     * What numbers have in common.
     *
     * @param years used where the reach is {@link Reach#SCHOOLS}, as is the facet
     */
    public record Asked(Reach reach, Subject subject, SortedSet<Integer> years, FacetRows facet) {
        /** Of one number. */
        public static Asked of(Measures cell) {
            SortedSet<Integer> years = new TreeSet<>(Set.of(cell.year()));
            if (cell.baseYear() != null) {
                years.add(cell.baseYear());
            }
            Subject subject = new Subject(cell.subjectType(), cell.subjectId());
            return new Asked(Reach.of(cell), subject, years, FacetRows.of(cell));
        }
    }

    private Scope(Measured.Checked checked, Asked asked) {
        this.checked = checked.carried();
        this.asked = asked;
        Roster roster = Roster.of(this.checked);
        SortedSet<String> own = roster.schools(asked.subject());
        SortedSet<String> areas = roster.counties(asked.subject());
        if (asked.reach() != Reach.SCHOOLS) {
            own.addAll(roster.schoolsIn(areas));
            own.addAll(roster.membersOf(roster.clustersOf(own)));
        }
        this.schools = roster.families(own);
        this.counties = areas;
        counties.addAll(roster.countiesOf(schools));
        this.clusters = roster.clustersOf(schools);
    }

    public static Scope of(Measured.Checked checked, Asked asked) {
        return new Scope(checked, asked);
    }

    public Asked asked() {
        return asked;
    }

    /** Whether rows beyond those of the subject are read, to decide by which count they are weighted. */
    public boolean isWidened() {
        return asked.reach() == Reach.SCHOOLS && asked.facet().isWeightedByAll();
    }

    /** What is computed from: every table, with the rows that are read and no others. */
    public Measured.Checked read() {
        if (asked.reach() == Reach.DELIVERY) {
            return checked;
        }
        Map<String, Rows> tables = new TreeMap<>();
        for (String name : checked.tables().names()) {
            tables.put(name, isRead(name).of(checked.tables().rows(name)));
        }
        Tables read = new Tables(tables, name -> checked.table(name).filter((FilterFunction<Row>) isRead(name)::holds));
        return new Measured.Checked(read, checked.filled(), checked.largest());
    }

    /** The subject's own rows of a table. */
    public Rows own(String table) {
        return isHeld(table).and(isOwn(table)).of(checked.tables().rows(table));
    }

    private Criterion isRead(String table) {
        return isWidened() ? isHeld(table) : isHeld(table).and(isOwn(table));
    }

    /** By table, facet and year. */
    private Criterion isHeld(String table) {
        return switch (asked.reach()) {
            case DELIVERY -> Criterion.always(true);
            case COUNTIES -> Criterion.always(!OF_PUPILS.contains(table));
            case SCHOOLS -> {
                boolean told = PLACES.contains(table) || asked.facet().tables().contains(table);
                yield !told
                        ? Criterion.always(false)
                        : ofYears(table).and(asked.facet().rows(table));
            }
        };
    }

    private Criterion ofYears(String table) {
        List<String> columns = List.of(checked.tables().rows(table).struct().fieldNames());
        return columns.contains("year") ? Criterion.in("year", asked.years()) : Criterion.always(true);
    }

    /** By place. */
    private Criterion isOwn(String table) {
        if (asked.reach() == Reach.DELIVERY) {
            return Criterion.always(true);
        }
        return switch (table) {
            case "counties", "retention", "county_inputs" -> Criterion.in("county_code", counties);
            case "clusters" -> Criterion.in("cluster_id", clusters).or(Criterion.in("county_code", counties));
            case "activities" ->
                Criterion.in("cluster_id", clusters)
                        .or(Criterion.in("from_school_code", schools))
                        .or(Criterion.in("to_school_code", schools));
            case "school_links" -> Criterion.in("school_code", schools).or(Criterion.in("successor_code", schools));
            case "evidence" -> Criterion.in("subject_id", named()).or(Criterion.within("subject_id", named()));
            case "county_links" -> Criterion.always(true);
            case "pupils" -> Criterion.always(false);
            default -> Criterion.in("school_code", schools);
        };
    }

    private SortedSet<String> named() {
        SortedSet<String> all = new TreeSet<>(schools);
        all.addAll(counties);
        all.addAll(clusters);
        return all;
    }
}
