package org.junheng.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The cross-products of some variables, split into what lies within groups and the groups' means. Everything is centred exactly before it is
 * rounded: means around the mean of all units, products within a group around the group's own mean. The first variable is the response.
 */
public final class BetweenWithin {
    /** So many groups are looked at before the products take them: more would need more memory. */
    private static final int TOGETHER = 4096;

    private final List<String> variables;
    private final List<String> groups;
    private final long[] sizes;
    private final double[] centre;
    private final double[][] means;
    private final double[][] within;

    private BetweenWithin(
            List<String> variables,
            List<String> groups,
            long[] sizes,
            double[] centre,
            double[][] means,
            double[][] within) {
        this.variables = List.copyOf(variables);
        this.groups = List.copyOf(groups);
        this.sizes = sizes;
        this.centre = centre;
        this.means = means;
        this.within = within;
    }

    /** Splits the sums of the groups; every group has at least one unit. */
    public static BetweenWithin of(List<String> variables, SortedMap<String, CrossSums> groups) {
        int k = variables.size();
        CrossSums all = new CrossSums(k);
        groups.values().forEach(all::merge);
        double[] centre = means(all);
        List<CrossSums> sums = new ArrayList<>(groups.values());
        long[] sizes = sums.stream().mapToLong(CrossSums::n).toArray();
        double[] missed = new double[k];
        for (int i = 0; i < k; i++) {
            missed[i] = all.centredSum(i, centre[i]).doubleValue() / all.n(); // what the rounded centre misses
        }
        double[][] means = new double[sums.size()][k];
        IntStream.range(0, means.length).parallel().forEach(g -> {
            for (int i = 0; i < k; i++) {
                means[g][i] = sums.get(g).centredSum(i, centre[i]).doubleValue() / sizes[g] - missed[i];
            }
        });
        return new BetweenWithin(variables, List.copyOf(groups.keySet()), sizes, centre, means, within(all, sums));
    }

    /** The same data after {@code (x - shift) / scale} of every variable. */
    public BetweenWithin standardised(double[] shift, double[] scale) {
        int k = variables.size();
        double[] newCentre = new double[k];
        double[][] newMeans = new double[means.length][k];
        double[][] newWithin = new double[k][k];
        for (int i = 0; i < k; i++) {
            newCentre[i] = (centre[i] - shift[i]) / scale[i];
            for (int g = 0; g < means.length; g++) {
                newMeans[g][i] = means[g][i] / scale[i];
            }
            for (int j = 0; j < k; j++) {
                newWithin[i][j] = within[i][j] / scale[i] / scale[j];
            }
        }
        return new BetweenWithin(variables, groups, sizes, newCentre, newMeans, newWithin);
    }

    /** The same data after adding to a variable a multiple of another. */
    public BetweenWithin plus(int variable, double times, int other) {
        double[] newCentre = centre.clone();
        double[][] newMeans = Matrices.copied(means);
        double[][] newWithin = Matrices.copied(within);
        newCentre[variable] += times * centre[other];
        for (double[] group : newMeans) {
            group[variable] += times * group[other];
        }
        for (int j = 0; j < newWithin.length; j++) {
            newWithin[variable][j] += times * newWithin[other][j];
        }
        for (double[] row : newWithin) {
            row[variable] += times * row[other];
        }
        return new BetweenWithin(variables, groups, sizes, newCentre, newMeans, newWithin);
    }

    /** The same groups and means with other products within groups. */
    BetweenWithin within(double[][] products) {
        return new BetweenWithin(variables, groups, sizes, centre, means, products);
    }

    /** The response alone. */
    public BetweenWithin responseOnly() {
        return select(List.of(0));
    }

    /** Terms that the terms before them determine, by their place among the variables: a constant is one. */
    public List<Integer> aliased() {
        return Estimability.aliased(new ProfiledCriterion(this, Estimator.ML).crossProducts(0));
    }

    /** The same data without some variables. */
    public BetweenWithin without(List<Integer> places) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!places.contains(i)) {
                kept.add(i);
            }
        }
        return select(kept);
    }

    private BetweenWithin select(List<Integer> kept) {
        double[][] newMeans = new double[means.length][];
        for (int g = 0; g < newMeans.length; g++) {
            newMeans[g] = chosen(means[g], kept);
        }
        double[][] newWithin = new double[kept.size()][];
        for (int i = 0; i < newWithin.length; i++) {
            newWithin[i] = chosen(within[kept.get(i)], kept);
        }
        return new BetweenWithin(
                kept.stream().map(variables::get).toList(), groups, sizes, chosen(centre, kept), newMeans, newWithin);
    }

    private static double[] chosen(double[] numbers, List<Integer> places) {
        return places.stream().mapToDouble(place -> numbers[place]).toArray();
    }

    public List<String> variables() {
        return variables;
    }

    public List<String> groups() {
        return groups;
    }

    public long size(int group) {
        return sizes[group];
    }

    public long units() {
        long units = 0;
        for (long size : sizes) {
            units += size;
        }
        return units;
    }

    /** Units of a group on average. */
    double meanSize() {
        return units() / (double) groups.size();
    }

    /** The mean of a variable over all units. */
    public double centre(int variable) {
        return centre[variable];
    }

    /** A group's mean less the mean of all units. */
    public double mean(int group, int variable) {
        return means[group][variable];
    }

    /** The sum of products within groups. */
    public double within(int i, int j) {
        return within[i][j];
    }

    private static double[] means(CrossSums sums) {
        double[] means = new double[sums.variables()];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums.mean(i);
        }
        return means;
    }

    /**
     * With a group's mean {@code a} and what is left of its sum {@code r = S - n a}, {@code sum((x_i - a_i) (x_j - a_j))} is the sum of products less
     * {@code a_i S_j + a_j r_i}: only the sums of a group are looked at, its products are those of all units.
     */
    private static double[][] within(CrossSums all, List<CrossSums> groups) {
        int k = all.variables();
        List<Product> products = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            for (int i = 0; i <= j; i++) {
                products.add(new Product(i, j, all.product(i, j)));
            }
        }
        for (int from = 0; from < groups.size(); from += TOGETHER) {
            Centred[][] some = groups.subList(from, Math.min(groups.size(), from + TOGETHER)).parallelStream()
                    .map(BetweenWithin::centred)
                    .toArray(Centred[][]::new);
            products.parallelStream().forEach(product -> product.take(some));
        }
        double[][] within = new double[k][k];
        for (Product product : products) {
            within[product.i][product.j] = product.exact.doubleValue() - product.remainder;
            within[product.j][product.i] = within[product.i][product.j];
        }
        return within;
    }

    /** The products of two variables within groups. Every product takes the groups in their order, so that it does not matter who computes which. */
    private static final class Product {
        private final int i;
        private final int j;
        private final ExactSum exact;
        private double remainder;

        Product(int i, int j, ExactSum exact) {
            this.i = i;
            this.j = j;
            this.exact = exact;
        }

        void take(Centred[][] groups) {
            for (Centred[] group : groups) {
                Centred one = group[i];
                Centred other = group[j];
                for (double part : other.sum) {
                    exact.addProduct(part, -one.mean);
                }
                for (double part : one.rest) {
                    exact.addProduct(part, -other.mean);
                }
                remainder += one.missed() * other.missed() / one.n;
            }
        }
    }

    /**
     * A variable in a group of n: its sum, its mean as a double, and what is left of the sum when every unit had the mean. Sums are doubles that add up to
     * them exactly, the nearest first: mostly two, which takes fewer products than the words of an exact sum.
     */
    private static final class Centred {
        private final long n;
        private final double mean;
        private final double[] sum;
        private final double[] rest;

        Centred(CrossSums group, int variable) {
            this.n = group.n();
            this.mean = group.mean(variable);
            this.sum = group.sum(variable).parts();
            this.rest = group.centredSum(variable, mean).parts();
        }

        double missed() {
            return rest.length == 0 ? 0 : rest[0];
        }
    }

    private static Centred[] centred(CrossSums group) {
        return IntStream.range(0, group.variables())
                .mapToObj(variable -> new Centred(group, variable))
                .toArray(Centred[]::new);
    }
}
