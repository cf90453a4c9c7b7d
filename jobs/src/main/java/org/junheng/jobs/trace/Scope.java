package org.junheng.jobs.trace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

    SparkSession spark() {
        return checked.table("schools").sparkSession();
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
        Map<String, Rows> tables = new TreeMap<>();
        for (String name : checked.tables().names()) {
            tables.put(name, Rows.of(checked.table(name).filter(isRead(name))));
        }
        Tables read = new Tables(tables, name -> checked.table(name).filter(isRead(name)));
        return new Measured.Checked(read, checked.filled(), checked.largest());
    }

    /** The subject's own rows of a table. */
    public Dataset<Row> own(String table) {
        return checked.table(table).filter(isHeld(table).and(isOwn(table)));
    }

    private Column isRead(String table) {
        return isWidened() ? isHeld(table) : isHeld(table).and(isOwn(table));
    }

    /** By table, facet and year. */
    private Column isHeld(String table) {
        return switch (asked.reach()) {
            case DELIVERY -> lit(true);
            case COUNTIES -> lit(!OF_PUPILS.contains(table));
            case SCHOOLS -> {
                boolean told = PLACES.contains(table) || asked.facet().tables().contains(table);
                yield !told ? lit(false) : ofYears(table).and(asked.facet().rows(table));
            }
        };
    }

    private Column ofYears(String table) {
        boolean dated = List.of(checked.table(table).columns()).contains("year");
        return dated ? col("year").isin(asked.years().toArray()) : lit(true);
    }

    /** By place. */
    private Column isOwn(String table) {
        if (asked.reach() == Reach.DELIVERY) {
            return lit(true);
        }
        return switch (table) {
            case "counties", "retention", "county_inputs" -> in("county_code", counties);
            case "clusters" -> in("cluster_id", clusters).or(in("county_code", counties));
            case "activities" ->
                in("cluster_id", clusters).or(in("from_school_code", schools)).or(in("to_school_code", schools));
            case "school_links" -> in("school_code", schools).or(in("successor_code", schools));
            case "evidence" -> named(col("subject_id")).or(named(substring_index(col("subject_id"), ":", 1)));
            case "county_links" -> lit(true);
            case "pupils" -> lit(false);
            default -> in("school_code", schools);
        };
    }

    private Column named(Column subject) {
        SortedSet<String> all = new TreeSet<>(schools);
        all.addAll(counties);
        all.addAll(clusters);
        return subject.isin(all.toArray());
    }

    private static Column in(String column, Set<String> codes) {
        return col(column).isin(codes.toArray());
    }
}
