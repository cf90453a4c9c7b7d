package org.junheng.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.stats.CounterRandom;
import org.junheng.stock.StockFlow.Line;

/** A province in two years, drawn event by event, with what truly happened to its quality schools written beside it. */
final class DrawnStock {
    private static final CounterRandom RANDOM = CounterRandom.of(20240901, "stock");
    private static final LocalDate SUMMER = LocalDate.of(2023, 8, 1);

    final List<Institution> before = new ArrayList<>();
    final List<Institution> after = new ArrayList<>();
    final List<SchoolLink> links = new ArrayList<>();
    final Set<String> members = new TreeSet<>();
    final SortedMap<String, Long> truth = new TreeMap<>();

    private final int province;
    private long draws;

    DrawnStock(int province) {
        this.province = province;
        int schools = 5 + RANDOM.below(60, province, draws++);
        Institution host = school("host", "c0", true);
        before.add(host);
        after.add(host);
        for (int i = 0; i < schools; i++) {
            Institution then = school("s" + i, "c" + below(4), drawnFlag());
            before.add(then);
            happen(then, below(9));
        }
        for (int i = 0; i < below(4); i++) {
            Institution built = school("n" + i, "c" + below(4), drawnFlag());
            after.add(built);
            note(built.isQuality(), Line.NEWLY_BUILT, built.county());
        }
    }

    private void happen(Institution then, int event) {
        String code = then.school();
        switch (event) {
            case 0 -> note(then.isQuality(), Line.CLOSED, then.county());
            case 1 -> {
                links.add(new SchoolLink(code, "host", SUMMER));
                note(then.isQuality(), Line.MERGED, then.county());
            }
            case 2 -> {
                links.add(new SchoolLink(code, "r" + code, SUMMER));
                after.add(school("r" + code, then.county(), then.quality()));
            }
            case 3 -> {
                String to = "c" + (Integer.parseInt(then.county().substring(1)) + 1) % 4;
                after.add(school(code, to, then.quality()));
                note(then.isQuality(), Line.MOVED_OUT, then.county());
                note(then.isQuality(), Line.MOVED_IN, to);
            }
            case 4, 5 -> turn(then, drawnFlag());
            default -> after.add(school(code, then.county(), then.quality()));
        }
    }

    private void turn(Institution then, Boolean flag) {
        boolean member = RANDOM.happens(0.5, province, draws++);
        if (member) {
            members.add(then.school());
        }
        after.add(school(then.school(), then.county(), flag));
        boolean risen = Boolean.FALSE.equals(then.quality()) && Boolean.TRUE.equals(flag);
        note(risen, member ? Line.GRADUATED : Line.UPGRADED, then.county());
        note(then.isQuality() && Boolean.FALSE.equals(flag), Line.DOWNGRADED, then.county());
    }

    private Institution school(String code, String county, Boolean quality) {
        Long pupils = RANDOM.happens(0.1, province, draws++) ? null : Long.valueOf(below(2000));
        return new Institution(code, county, quality, pupils, null, null);
    }

    private Boolean drawnFlag() {
        double u = RANDOM.uniform(province, draws++);
        return u < 0.1 ? null : Boolean.valueOf(u < 0.5);
    }

    private int below(int bound) {
        return RANDOM.below(bound, province, draws++);
    }

    private void note(boolean happened, Line line, String county) {
        if (happened) {
            truth.merge(county + " " + line, 1L, Long::sum);
        }
    }
}
