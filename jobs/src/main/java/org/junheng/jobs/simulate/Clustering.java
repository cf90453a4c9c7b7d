package org.junheng.jobs.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.DatePrecision;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ClusterType;
import org.junheng.subject.Role;

/**
 * Draws the clusters of every county after {@link Layout#CLUSTERS}. A member of a group, community or assistance was there before the first year
 * (12 %), or joins in one of the later years, or not at all; the year is drawn without regard to its results. Districts are older than the data.
 */
final class Clustering {
    private static final double BEFORE = 0.12;
    private static final double LEAVES = 0.10;

    private final Plan plan;
    private final List<DrawnCounty> counties;
    private final List<DrawnSchool> schools;
    private final CounterRandom random;
    private final List<DrawnCluster> clusters = new ArrayList<>();

    private Clustering(Plan plan, List<DrawnCounty> counties, List<DrawnSchool> schools) {
        this.plan = plan;
        this.counties = counties;
        this.schools = schools;
        this.random = CounterRandom.of(plan.seed(), "membership");
    }

    static List<DrawnCluster> draw(Plan plan, List<DrawnCounty> counties, List<DrawnSchool> schools) {
        Clustering clustering = new Clustering(plan, counties, schools);
        for (DrawnCounty county : counties) {
            for (int block = 0; block < county.schoolCount(); block += Layout.BLOCK) {
                for (Layout.Pattern pattern : Layout.CLUSTERS) {
                    clustering.form(county, block, pattern);
                }
            }
        }
        return List.copyOf(clustering.clusters);
    }

    private void form(DrawnCounty county, int block, Layout.Pattern pattern) {
        DrawnSchool lead = lead(county, block, pattern);
        List<Spell> members = new ArrayList<>();
        for (int position : pattern.members()) {
            Spell member = at(county, block + position) == null
                    ? null
                    : member(schools.get(county.firstSchool() + block + position), pattern);
            if (member != null) {
                members.add(member);
            }
        }
        if (lead != null && !members.isEmpty()) {
            add(county, pattern, lead, members);
        }
    }

    private void add(DrawnCounty county, Layout.Pattern pattern, DrawnSchool lead, List<Spell> members) {
        int number = clusters.size() + 1;
        LocalDate started =
                members.stream().map(Spell::joined).min(LocalDate::compareTo).orElseThrow();
        List<Spell> spells = new ArrayList<>();
        spells.add(new Spell(lead, Role.LEAD, started, null, started.plusDays(40), DatePrecision.DAY));
        spells.addAll(members);
        clusters.add(new DrawnCluster(
                number,
                String.format(Locale.ROOT, "C%05d", number),
                county.name() + pattern.label(),
                pattern.type(),
                pattern.mode(),
                county,
                started,
                started.plusYears(6),
                spells));
    }

    /** The lead stands in the same county, for provincial assistance in the next one that is not supported itself. */
    private @Nullable DrawnSchool lead(DrawnCounty county, int block, Layout.Pattern pattern) {
        if (pattern.type() != ClusterType.PROVINCIAL_ASSISTANCE) {
            return at(county, block + pattern.lead());
        }
        DrawnCounty next = counties.get((county.number() + 1) % counties.size());
        boolean needsHelp = county.number() % 2 == 1;
        return needsHelp ? at(next, pattern.lead()) : null;
    }

    private @Nullable Spell member(DrawnSchool school, Layout.Pattern pattern) {
        int unit = school.serial();
        if (pattern.type() == ClusterType.SCHOOL_DISTRICT) {
            LocalDate joined = LocalDate.of(plan.firstYear() - 3, 9, 1);
            return new Spell(school, Role.MEMBER, joined, null, joined.plusDays(40), DatePrecision.KNOWN_FROM);
        }
        int year = joiningYear(unit);
        if (year > plan.lastYear()) {
            return null;
        }
        boolean inSpring = random.happens(0.25, unit, 1);
        LocalDate joined = inSpring ? LocalDate.of(year + 1, 3, 1) : LocalDate.of(year, 9, 1);
        boolean leaves = year <= plan.lastYear() - 2 && random.happens(LEAVES, unit, 2);
        LocalDate left = leaves ? LocalDate.of(year + 2, 7, 15) : null;
        LocalDate recorded = joined.plusDays(random.happens(0.05, unit, 3) ? 400 : 30);
        return new Spell(
                school, Role.MEMBER, joined, left, recorded, inSpring ? DatePrecision.MONTH : DatePrecision.DAY);
    }

    /** The first school year as a member; a year after the last one means never. */
    private int joiningYear(int unit) {
        double u = random.uniform(unit, 0);
        return u < BEFORE
                ? plan.firstYear() - 1
                : plan.firstYear() + 1 + (int) StrictMath.floor((u - BEFORE) / (1 - BEFORE) * plan.years());
    }

    private @Nullable DrawnSchool at(DrawnCounty county, int position) {
        return position < county.schoolCount() ? schools.get(county.firstSchool() + position) : null;
    }
}
