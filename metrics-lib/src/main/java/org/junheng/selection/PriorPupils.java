package org.junheng.selection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pupils of one county in an earlier exam, school by school. Low (低分) are those of whom the county has at most 15 % with the same or a lower
 * score, so that ties never make more than 15 % low. Merging in any order gives the same tallies.
 */
public final class PriorPupils {
    private static final int LOW_PERCENT = 15;

    private final Map<String, OfSchool> schools = new HashMap<>(); // no order of it is seen

    /** The pupils of one school. */
    public static final class OfSchool {
        private double[] scores = new double[8];
        private Fate[] fates = new Fate[8];
        private int n;

        private OfSchool() {}

        public void add(double score, Fate fate) {
            if (n == scores.length) {
                scores = Arrays.copyOf(scores, 2 * n);
                fates = Arrays.copyOf(fates, 2 * n);
            }
            scores[n] = score == 0 ? 0.0 : score; // one zero only
            fates[n++] = fate;
        }
    }

    public PriorPupils add(String school, double score, Fate fate) {
        of(school).add(score, fate);
        return this;
    }

    /** Those of a school, to which pupils can be added without looking the school up again. */
    public OfSchool of(String school) {
        return schools.computeIfAbsent(school, s -> new OfSchool());
    }

    public PriorPupils merge(PriorPupils other) {
        other.schools.forEach((school, cell) -> {
            OfSchool own = of(school);
            for (int i = 0; i < cell.n; i++) {
                own.add(cell.scores[i], cell.fates[i]);
            }
        });
        return this;
    }

    /** Low pupils and the rest of every school. */
    public SortedMap<String, LeaverTally> tallies() {
        double highest = highestLow();
        SortedMap<String, LeaverTally> tallies = new TreeMap<>();
        schools.forEach((school, cell) -> {
            LeaverTally.Group low = LeaverTally.Group.NOBODY;
            LeaverTally.Group rest = LeaverTally.Group.NOBODY;
            for (int i = 0; i < cell.n; i++) {
                Fate fate = cell.fates[i];
                if (cell.scores[i] <= highest) {
                    low = low.plus(fate);
                } else {
                    rest = rest.plus(fate);
                }
            }
            tallies.put(school, new LeaverTally(low, rest));
        });
        return tallies;
    }

    /** The highest score that is low; below every number where none is. */
    private double highestLow() {
        double[] all = new double[schools.values().stream().mapToInt(c -> c.n).sum()];
        int at = 0;
        for (OfSchool cell : schools.values()) {
            System.arraycopy(cell.scores, 0, all, at, cell.n);
            at += cell.n;
        }
        Arrays.sort(all);
        int low = (int) ((long) LOW_PERCENT * all.length / 100);
        while (low > 0 && low < all.length && all[low - 1] == all[low]) {
            low--;
        }
        return low == 0 ? Double.NEGATIVE_INFINITY : all[low - 1];
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(schools.size());
        for (var school : new TreeMap<>(schools).entrySet()) {
            OfSchool cell = school.getValue();
            out.writeUTF(school.getKey());
            out.writeInt(cell.n);
            for (int i = 0; i < cell.n; i++) {
                out.writeDouble(cell.scores[i]);
                out.writeByte(cell.fates[i].letter());
            }
        }
    }

    public static PriorPupils read(DataInput in) throws IOException {
        PriorPupils read = new PriorPupils();
        int schools = in.readInt();
        for (int s = 0; s < schools; s++) {
            OfSchool cell = read.of(in.readUTF());
            int n = in.readInt();
            for (int i = 0; i < n; i++) {
                cell.add(in.readDouble(), Fate.of((char) in.readByte()));
            }
        }
        return read;
    }
}
