package org.junheng.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.stock.StockFlow.Line;
import org.junheng.stock.StockFlow.Unit;
import org.junheng.subject.RosterDays;
import org.junheng.subject.Span;

/**
 * The stock-and-flow account of quality schools between two years (优质学校存量流量账户): every quality school of either year is followed from one to the other
 * and enters the lines of its county once.
 *
 * <p>A school that moved to another county leaves one account and enters the other with the pupils it had; what changed since then is the new
 * county's. A school that appears without having been newly opened (its day of opening lies before the opening year), and one whose flag or pupils are said only at one end,
 * is reclassified: nothing real happened that is known of.
 */
public final class StockAccount {
    private final Unit unit;
    private final int base;
    private final Predicate<String> wasMember;
    private final SortedMap<String, EnumMap<Line, Long>> counties = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private StockAccount(Unit unit, int base, Predicate<String> wasMember) {
        this.unit = unit;
        this.base = base;
        this.wasMember = wasMember;
    }

    /** The two years of an account. */
    public record Between(int base, int year) {
        /** From the roster of the opening year to that of the closing year, both days included. */
        public Span days(RosterDays days) {
            return new Span(days.of(base), days.of(year).plusDays(1));
        }
    }

    /**
     * The accounts of every county in both units, in order.
     *
     * @param before, after the schools of the opening and of the closing year
     * @param wasMember whether a school was a member of a cluster between the two rosters
     */
    public static List<StockFlow> of(
            Between years,
            Collection<Institution> before,
            Collection<Institution> after,
            List<SchoolLink> links,
            Predicate<String> wasMember) {
        Succession succession = succession(years, before, after, links);
        List<StockFlow> flows = new ArrayList<>();
        SortedMap<String, StockNotes> notes = StockNotes.of(before, after, succession.gone());
        for (Unit unit : Unit.values()) {
            StockAccount account = new StockAccount(unit, years.base(), wasMember).of(before, after, succession);
            notes.forEach((county, of) -> flows.add(new StockFlow(
                    county,
                    years.year(),
                    unit,
                    account.counties.getOrDefault(county, new EnumMap<>(Line.class)),
                    of.known(),
                    of.note(unit))));
        }
        flows.sort(Comparator.comparing(StockFlow::county));
        return flows;
    }

    /**
     * The schools that came to the stock or left it, in the order of their codes. A school that only moved to another county did neither.
     *
     * @param before, after the schools of the opening and of the closing year
     * @param wasMember whether a school was a member of a cluster between the two rosters
     */
    public static List<Entry> entries(
            Between years,
            Collection<Institution> before,
            Collection<Institution> after,
            List<SchoolLink> links,
            Predicate<String> wasMember) {
        StockAccount account = new StockAccount(Unit.SCHOOLS, years.base(), wasMember)
                .of(before, after, succession(years, before, after, links));
        return account.entries.stream()
                .sorted(Comparator.comparing(entry -> entry.school().school()))
                .toList();
    }

    /**
     * A school that came or left.
     *
     * @param school as it stood at the close; one that is gone as it stood at the opening
     */
    public record Entry(Institution school, Line line, boolean comes) {}

    private static Succession succession(
            Between years, Collection<Institution> before, Collection<Institution> after, List<SchoolLink> links) {
        LocalDate until = Span.schoolYear(years.year() + 1).from();
        return Succession.of(before, after, links, until);
    }

    private StockAccount of(Collection<Institution> before, Collection<Institution> after, Succession succession) {
        before.forEach(i -> stock(Line.OPENING, i));
        after.forEach(i -> stock(Line.CLOSING, i));
        after.forEach(i -> follow(succession.before(i), i));
        succession.merged().forEach(i -> leave(Line.MERGED, i));
        succession.gone().forEach(i -> leave(Line.CLOSED, i));
        return this;
    }

    private void follow(Optional<Institution> earlier, Institution now) {
        if (earlier.isEmpty()) {
            if (now.isQuality()) {
                enter(isReported(now) ? Line.RECLASSIFIED : Line.NEWLY_BUILT, now, true, amount(now));
            }
            return;
        }
        Institution then = earlier.get();
        boolean moved = !java.util.Objects.equals(then.county(), now.county());
        if (moved && then.isQuality()) {
            add(Line.MOVED_OUT, then.county(), amount(then));
            add(Line.MOVED_IN, now.county(), amount(then));
        }
        change(then, now);
    }

    /** Opened before the opening year, yet not reported in it. */
    private boolean isReported(Institution now) {
        return now.openedOn() != null
                && now.openedOn().isBefore(Span.schoolYear(base).from());
    }

    private void change(Institution then, Institution now) {
        if (then.isQuality() && now.isQuality()) {
            boolean bothKnown = unit == Unit.SCHOOLS || (then.pupils() != null && now.pupils() != null);
            add(bothKnown ? Line.ENROLMENT_CHANGE : Line.RECLASSIFIED, now.county(), amount(now) - amount(then));
        } else if (then.isQuality()) {
            boolean said = now.quality() != null;
            enter(said ? Line.DOWNGRADED : Line.RECLASSIFIED, now, false, said ? amount(then) : -amount(then));
        } else if (now.isQuality()) {
            enter(then.isUnknown() ? Line.RECLASSIFIED : risen(then, now), now, true, amount(now));
        }
    }

    private Line risen(Institution then, Institution now) {
        return wasMember.test(then.school()) || wasMember.test(now.school()) ? Line.GRADUATED : Line.UPGRADED;
    }

    private void leave(Line line, Institution then) {
        if (then.isQuality()) {
            enter(line, then, false, amount(then));
        }
    }

    /** A school that is a quality school at one end only. */
    private void enter(Line line, Institution school, boolean comes, long amount) {
        entries.add(new Entry(school, line, comes));
        add(line, school.county(), amount);
    }

    private void stock(Line line, Institution school) {
        if (school.isQuality()) {
            add(line, school.county(), amount(school));
        }
    }

    private long amount(Institution school) {
        return unit == Unit.SCHOOLS ? 1 : school.pupils() == null ? 0 : school.pupils();
    }

    private void add(Line line, @Nullable String county, long amount) {
        if (county != null) {
            counties.computeIfAbsent(county, c -> new EnumMap<>(Line.class)).merge(line, amount, Long::sum);
        }
    }
}
