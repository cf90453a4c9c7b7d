package org.junheng.jobs.simulate;

/** What becomes of a school in the years drawn. */
sealed interface Fate {
    default boolean existsIn(int year) {
        return true;
    }

    /** It is there in every year under one code. */
    record Stays() implements Fate {}

    /** It opens at the start of this school year. */
    record Opens(int year) implements Fate {
        @Override
        public boolean existsIn(int other) {
            return other >= year;
        }
    }

    /** From this school year on it has another code and name. */
    record Renamed(int year, String code, String name) implements Fate {}

    /** From this school year on it is part of another school. */
    record Merged(int year, int successor) implements Fate {
        @Override
        public boolean existsIn(int other) {
            return other < year;
        }
    }
}
