package org.junheng.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Count, exact sums and exact sums of products of a few variables: all that a linear model needs of a group of units. */
public final class CrossSums {
    private final int variables;
    private long n;
    private final ExactSum[] sums;
    private final ExactSum[] products;

    public CrossSums(int variables) {
        this(variables, 0, fresh(variables), fresh(variables * (variables + 1) / 2));
    }

    private CrossSums(int variables, long n, ExactSum[] sums, ExactSum[] products) {
        this.variables = variables;
        this.n = n;
        this.sums = sums;
        this.products = products;
    }

    public int variables() {
        return variables;
    }

    public long n() {
        return n;
    }

    public ExactSum sum(int i) {
        return sums[i];
    }

    public ExactSum product(int i, int j) {
        return products[at(i, j)];
    }

    /** Adds one unit. */
    public CrossSums add(double... values) {
        require(values.length);
        n++;
        for (int j = 0; j < variables; j++) {
            sums[j].add(values[j]);
            for (int i = 0; i <= j; i++) {
                products[at(i, j)].addProduct(values[i], values[j]);
            }
        }
        return this;
    }

    public CrossSums merge(CrossSums other) {
        require(other.variables);
        n += other.n;
        for (int i = 0; i < sums.length; i++) {
            sums[i].merge(other.sums[i]);
        }
        for (int i = 0; i < products.length; i++) {
            products[i].merge(other.products[i]);
        }
        return this;
    }

    /** The same units with further variables that have one value for all of them. */
    public CrossSums with(double... constants) {
        CrossSums wider = new CrossSums(variables + constants.length);
        wider.n = n;
        for (int j = 0; j < wider.variables; j++) {
            wider.sums[j].merge(j < variables ? sums[j] : ExactSum.ofProduct(constants[j - variables], (double) n));
            for (int i = 0; i <= j; i++) {
                ExactSum product = wider.products[at(i, j)];
                if (j < variables) {
                    product.merge(products[at(i, j)]);
                } else {
                    product.addTimes(wider.sums[i], constants[j - variables]);
                }
            }
        }
        return wider;
    }

    /** The chosen variables in the given order. */
    public CrossSums select(int... chosen) {
        CrossSums selected = new CrossSums(chosen.length);
        selected.n = n;
        for (int j = 0; j < chosen.length; j++) {
            selected.sums[j].merge(sums[chosen[j]]);
            for (int i = 0; i <= j; i++) {
                selected.products[at(i, j)].merge(product(chosen[i], chosen[j]));
            }
        }
        return selected;
    }

    /** The exact {@code sum((x_i - a) (x_j - b))}. */
    public ExactSum centredProduct(int i, double a, int j, double b) {
        return product(i, j)
                .copy()
                .addTimes(sums[i], -b)
                .addTimes(sums[j], -a)
                .addTimes(ExactSum.ofProduct(a, b), (double) n);
    }

    /** The exact {@code sum(x_i - a)}. */
    public ExactSum centredSum(int i, double a) {
        return sums[i].copy().addProduct(-a, (double) n);
    }

    /** The mean of variable i. */
    public double mean(int i) {
        double near = sums[i].doubleValue() / n;
        return near + centredSum(i, near).doubleValue() / n;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(variables);
        out.writeLong(n);
        for (ExactSum sum : sums) {
            sum.write(out);
        }
        for (ExactSum product : products) {
            product.write(out);
        }
    }

    public static CrossSums read(DataInput in) throws IOException {
        int variables = in.readInt();
        CrossSums read =
                new CrossSums(variables, in.readLong(), new ExactSum[variables], new ExactSum[at(0, variables)]);
        for (int i = 0; i < read.sums.length; i++) {
            read.sums[i] = ExactSum.read(in);
        }
        for (int i = 0; i < read.products.length; i++) {
            read.products[i] = ExactSum.read(in);
        }
        return read;
    }

    private static int at(int i, int j) {
        return i <= j ? j * (j + 1) / 2 + i : at(j, i);
    }

    private static ExactSum[] fresh(int count) {
        ExactSum[] sums = new ExactSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new ExactSum();
        }
        return sums;
    }

    private void require(int given) {
        if (given != variables) {
            throw new IllegalArgumentException(given + " values for " + variables + " variables");
        }
    }
}
