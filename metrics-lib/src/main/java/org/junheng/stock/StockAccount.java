package org.junheng.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
        LocalDate until = Span.schoolYear(years.year() + 1).from();
        Succession succession = Succession.of(before, after, links, until);
        List<StockFlow> flows = new ArrayList<>();
        SortedMap<String, StockNotes> notes = StockNotes.of(before, after, succession.gone());
        for (Unit unit : Unit.values()) {
            StockAccount account = new StockAccount(unit, years.base(), wasMember);
            before.forEach(i -> account.stock(Line.OPENING, i));
            after.forEach(i -> account.stock(Line.CLOSING, i));
            after.forEach(i -> account.follow(succession.before(i), i));
            succession.merged().forEach(i -> account.leave(Line.MERGED, i));
            succession.gone().forEach(i -> account.leave(Line.CLOSED, i));
            notes.forEach((county, of) -> flows.add(new StockFlow(
                    county,
                    years.year(),
                    unit,
                    account.counties.getOrDefault(county, new EnumMap<>(Line.class)),
                    of.known(),
                    of.note(unit))));
        }
        flows.sort(java.util.Comparator.comparing(StockFlow::county));
        return flows;
    }

    private void follow(Optional<Institution> earlier, Institution now) {
        if (earlier.isEmpty()) {
            if (now.isQuality()) {
                add(isReported(now) ? Line.RECLASSIFIED : Line.NEWLY_BUILT, now.county(), amount(now));
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
            add(said ? Line.DOWNGRADED : Line.RECLASSIFIED, now.county(), said ? amount(then) : -amount(then));
        } else if (now.isQuality()) {
            add(then.isUnknown() ? Line.RECLASSIFIED : risen(then, now), now.county(), amount(now));
        }
    }

    private Line risen(Institution then, Institution now) {
        return wasMember.test(then.school()) || wasMember.test(now.school()) ? Line.GRADUATED : Line.UPGRADED;
    }

    private void leave(Line line, Institution then) {
        if (then.isQuality()) {
            add(line, then.county(), amount(then));
        }
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
