package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * Money in yuan among money in 10 000 yuan: a value some ten thousand times, or a ten thousandth, that of the other years of the same
 * school, or some ten thousand times the middle value of the table. One such value decides a county's mean and its variation, and
 * dividing it would be a guess.
 */
final class UnitJumps implements LateCheck {
    private static final double JUMP = 5_000;
    /** No school has equipment or a running budget of 500 million yuan, so a middle value of a table cannot be that. */
    private static final double BEYOND_ANY_SCHOOL = 50_000;

    private static final String MONEY = "_10k_yuan";

    private final String column;
    private final Function<Cells, String> quantity;
    private final Function<Cells, @Nullable String> owner;
    private final double beyond;
    private final Map<String, Map<String, List<Seen>>> seen = new TreeMap<>();

    private record Seen(Place place, double value) {}

    private UnitJumps(
            String column, Function<Cells, String> quantity, Function<Cells, @Nullable String> owner, double beyond) {
        this.column = column;
        this.quantity = quantity;
        this.owner = owner;
        this.beyond = beyond;
    }

    /** The check of a table that holds sums of money: in a column of its own, or in rows that an identifier names. */
    static List<LateCheck> of(Schema<?> schema) {
        return switch (schema.table()) {
            case "facilities" ->
                List.of(new UnitJumps(
                        "equipment_value_10k_yuan", row -> MONEY, row -> row.text("school_code"), BEYOND_ANY_SCHOOL));
            case "school_indicators" ->
                List.of(new UnitJumps(
                        "value",
                        row -> String.valueOf(row.text("indicator")),
                        row -> row.text("school_code") + "|" + row.text("stage"),
                        BEYOND_ANY_SCHOOL));
            case "county_inputs" ->
                List.of(new UnitJumps(
                        "value",
                        row -> String.valueOf(row.text("item")),
                        row -> row.text("county_code"),
                        Double.POSITIVE_INFINITY));
            default -> List.of();
        };
    }

    @Override
    public void see(Cells row, Place place) {
        Double value = row.number(column);
        String what = quantity.apply(row);
        if (value != null && value > 0 && what.endsWith(MONEY)) {
            seen.computeIfAbsent(what, w -> new TreeMap<>())
                    .computeIfAbsent(String.valueOf(owner.apply(row)), o -> new ArrayList<>())
                    .add(new Seen(place, value));
        }
    }

    @Override
    public List<LateFault> faults(Set<Place> gone, Findings findings) {
        List<LateFault> faults = new ArrayList<>();
        seen.values().forEach(owners -> {
            owners.values().forEach(years -> years.removeIf(s -> gone.contains(s.place())));
            double middle =
                    middle(owners.values().stream().flatMap(Collection::stream).toList());
            for (List<Seen> years : owners.values()) {
                List<Seen> sound = new ArrayList<>(years);
                years.forEach(s -> tooLarge(s, years, middle, owners.size() > 2, faults, sound));
                sound.forEach(s -> tooSmall(s, sound, faults));
            }
        });
        return faults;
    }

    private void tooLarge(
            Seen s, List<Seen> years, double middle, boolean hasOthers, List<LateFault> faults, List<Seen> sound) {
        double ratio = s.value() / middleOfOthers(years, s);
        boolean againstTable = s.value() >= JUMP * middle && hasOthers;
        if (ratio >= JUMP) {
            faults.add(new LateFault(s.place(), Rule.UNIT_JUMP, column, String.valueOf(Math.round(ratio))));
        } else if (againstTable || (middle >= beyond && s.value() >= beyond)) {
            faults.add(new LateFault(s.place(), Rule.UNIT_IMPLAUSIBLE, column, NumberCells.shown(middle)));
        } else {
            return;
        }
        sound.remove(s);
    }

    private void tooSmall(Seen s, List<Seen> sound, List<LateFault> faults) {
        double ratio = s.value() / middleOfOthers(sound, s);
        if (ratio * JUMP <= 1) {
            faults.add(
                    new LateFault(s.place(), Rule.UNIT_JUMP, column, "1/" + NumberCells.shown(Math.rint(1 / ratio))));
        }
    }

    /** The lower middle value of the other years; not a number when there is none. */
    private static double middleOfOthers(List<Seen> years, Seen own) {
        return middle(years.stream().filter(s -> !s.place().equals(own.place())).toList());
    }

    private static double middle(List<Seen> some) {
        double[] values = some.stream().mapToDouble(Seen::value).sorted().toArray();
        return values.length == 0 ? Double.NaN : values[(values.length - 1) / 2];
    }
}
