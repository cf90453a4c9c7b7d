package org.junheng.jobs.ingest;

import java.util.Comparator;

/** A row of a delivery: its file and its physical number. */
record Place(String file, long row) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingLong(Place::row);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** How a message about a row of a file names this one: the number alone within the same file. */
    String seenFrom(String otherFile) {
        return file.equals(otherFile) ? String.valueOf(row) : row + " (" + file + ")";
    }
}
