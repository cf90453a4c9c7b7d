/** County balance (县域义务教育均衡): what each school has per pupil, the standards of schools, the tests of counties. */
@NullMarked
package org.junheng.balance;

import org.jspecify.annotations.NullMarked;
