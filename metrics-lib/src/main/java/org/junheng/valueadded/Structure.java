package org.junheng.valueadded;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.RandomFactor;

/** What a value-added model says of its pupils' surroundings beyond an effect of the school of the outcome exam. */
public sealed interface Structure extends CohortDesign.Levels {
    String SCHOOL = "school";

    /** What the terms of its fit begin with. */
    String prefix();

    /** The random factors: that of the effects first. */
    List<RandomFactor> factors();

    /** Further variances and covariances besides one variance for the schools. */
    int further();

    /** Schools differ in how much they add to pupils of a low and of a high start: a slope of a term for every school. */
    record RandomSlope(String term) implements Structure {
        @Override
        public String prefix() {
            return "slope_";
        }

        @Override
        public List<RandomFactor> factors() {
            return List.of(new RandomFactor(SCHOOL, List.of(term)));
        }

        @Override
        public int further() {
            return 2;
        }

        @Override
        public List<String> of(String school, List<String> texts) {
            return List.of(school);
        }
    }

    /** Pupils in schools in counties; schools whose county is not known are a county of their own. */
    record Counties(Map<String, String> countyOf) implements Structure {
        static final String COUNTY = "county";

        public Counties {
            countyOf = Map.copyOf(countyOf);
        }

        @Override
        public String prefix() {
            return "counties_";
        }

        @Override
        public List<RandomFactor> factors() {
            return List.of(RandomFactor.intercept(SCHOOL), RandomFactor.intercept(COUNTY));
        }

        @Override
        public int further() {
            return 1;
        }

        @Override
        public List<String> of(String school, List<String> texts) {
            return List.of(school, countyOf.getOrDefault(school, ""));
        }
    }

    /** The school of the prior exam beside that of the outcome exam; pupils for whom it is not known have one in common. */
    record FeederSchools(int text) implements Structure {
        static final String FEEDER = "feeder";

        @Override
        public String prefix() {
            return "feeder_";
        }

        @Override
        public List<RandomFactor> factors() {
            return List.of(RandomFactor.intercept(SCHOOL), RandomFactor.intercept(FEEDER));
        }

        @Override
        public int further() {
            return 1;
        }

        @Override
        public List<String> of(String school, List<String> texts) {
            return List.of(school, texts.get(text));
        }
    }

    /** Pupils who changed school belong to each of their schools by the time spent there ({@link TimeShares}). */
    record SharedTime(int text) implements Structure {
        @Override
        public String prefix() {
            return "time_";
        }

        @Override
        public List<RandomFactor> factors() {
            return List.of(RandomFactor.intercept(SCHOOL));
        }

        @Override
        public int further() {
            return 0;
        }

        @Override
        public List<String> of(String school, List<String> texts) {
            String shares = texts.get(text);
            return List.of(shares.isEmpty() ? school : shares);
        }

        @Override
        public Map<String, SortedMap<String, Double>> shared(Collection<List<String>> levels) {
            Map<String, SortedMap<String, Double>> shared = new TreeMap<>();
            levels.forEach(level -> shared.put(level.get(0), TimeShares.read(level.get(0))));
            return shared;
        }
    }
}
