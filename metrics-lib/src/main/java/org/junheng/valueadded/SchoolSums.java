package org.junheng.valueadded;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.CrossSums;

/**
 * What value-added needs of the pupils of one school: how many have an outcome score, and exact sums over those who have everything, one set
 * per combination of their text covariates. Merging in any order gives the same sums.
 */
public final class SchoolSums {
    private long withOutcome;
    private final SortedMap<List<String>, CrossSums> cells = new TreeMap<>(CodePoints.LISTS);

    /** Counts a pupil with an outcome score. */
    public SchoolSums addOutcome() {
        withOutcome++;
        return this;
    }

    /** Adds a pupil who has everything: the outcome and the other numbers, and the text covariates. */
    public SchoolSums addComplete(List<String> texts, double... numbers) {
        CrossSums cell = cells.get(texts);
        if (cell == null) {
            cell = new CrossSums(numbers.length);
            cells.put(List.copyOf(texts), cell);
        }
        cell.add(numbers);
        return this;
    }

    public SchoolSums merge(SchoolSums other) {
        withOutcome += other.withOutcome;
        other.cells.forEach((texts, sums) -> cells.computeIfAbsent(texts, t -> new CrossSums(sums.variables()))
                .merge(sums));
        return this;
    }

    /** Pupils with an outcome score. */
    public long withOutcome() {
        return withOutcome;
    }

    /** Pupils with everything. */
    public long complete() {
        long complete = 0;
        for (CrossSums cell : cells.values()) {
            complete += cell.n();
        }
        return complete;
    }

    /** Sums by the values of the text covariates. */
    public SortedMap<List<String>, CrossSums> cells() {
        return Collections.unmodifiableSortedMap(cells);
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(withOutcome);
        out.writeInt(cells.size());
        for (var cell : cells.entrySet()) {
            out.writeInt(cell.getKey().size());
            for (String text : cell.getKey()) {
                out.writeUTF(text);
            }
            cell.getValue().write(out);
        }
    }

    public static SchoolSums read(DataInput in) throws IOException {
        SchoolSums read = new SchoolSums();
        read.withOutcome = in.readLong();
        int cells = in.readInt();
        for (int i = 0; i < cells; i++) {
            int size = in.readInt();
            List<String> texts = new ArrayList<>(size);
            for (int t = 0; t < size; t++) {
                texts.add(in.readUTF());
            }
            read.cells.put(List.copyOf(texts), CrossSums.read(in));
        }
        return read;
    }
}
