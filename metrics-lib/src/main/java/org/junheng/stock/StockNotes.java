package org.junheng.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.metric.Words;
import org.junheng.stock.StockFlow.Known;
import org.junheng.stock.StockFlow.Unit;

/** How much is known of the schools of a county at both ends of its stock account. */
final class StockNotes {
    private long opening;
    private long knownAtOpening;
    private long closing;
    private long knownAtClosing;
    private long withoutPupils;
    private long vanished;

    /** @param gone schools that are gone and lead nowhere */
    static SortedMap<String, StockNotes> of(
            Collection<Institution> before, Collection<Institution> after, Collection<Institution> gone) {
        SortedMap<String, StockNotes> counties = new TreeMap<>();
        for (Institution school : before) {
            StockNotes of = in(counties, school);
            of.opening++;
            of.withoutPupils += school.isQuality() && school.pupils() == null ? 1 : 0;
            of.knownAtOpening += school.isUnknown() ? 0 : 1;
        }
        for (Institution school : after) {
            StockNotes of = in(counties, school);
            of.closing++;
            of.withoutPupils += school.isQuality() && school.pupils() == null ? 1 : 0;
            of.knownAtClosing += school.isUnknown() ? 0 : 1;
        }
        gone.stream().filter(i -> i.isQuality() && i.closedOn() == null).forEach(i -> in(counties, i).vanished++);
        return counties;
    }

    Known known() {
        return new Known(opening, knownAtOpening, closing, knownAtClosing);
    }

    Words note(Unit unit) {
        List<Words> notes = new ArrayList<>();
        add(notes, opening - knownAtOpening, "所学校期初是否优质未知", "schools of unknown quality at the opening");
        add(notes, closing - knownAtClosing, "所学校期末是否优质未知", "schools of unknown quality at the closing");
        if (unit == Unit.PUPILS) {
            add(
                    notes,
                    withoutPupils,
                    "所次优质学校学生数未知,按0计",
                    "times the pupils of a quality school are unknown, counted as 0");
        }
        add(
                notes,
                vanished,
                "所优质学校消失而无停办日期或沿革,计为停办",
                "quality schools gone without a closing date or a link, taken as closed");
        return notes.stream()
                .reduce((a, b) -> new Words(a.zh() + ";" + b.zh(), a.en() + "; " + b.en()))
                .orElse(Words.NONE);
    }

    /** The notes of a school's county; of none, which is not published, where it has none. */
    private static StockNotes in(SortedMap<String, StockNotes> counties, Institution school) {
        if (school.county() == null) {
            return new StockNotes();
        }
        return counties.computeIfAbsent(school.county(), c -> new StockNotes());
    }

    private static void add(List<Words> notes, long n, String zh, String en) {
        if (n > 0) {
            notes.add(new Words(n + zh, n + " " + en));
        }
    }
}
