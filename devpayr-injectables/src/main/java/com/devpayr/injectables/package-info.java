/**
 * Applies decrypted injectables: {@link com.devpayr.injectables.InjectableApplier} verifies and decrypts a set, and an
 * {@link com.devpayr.injectables.InjectableProcessor} applies it. {@link com.devpayr.injectables.FileProcessor} writes
 * injectables to files below one root directory.
 */
@NullMarked
package com.devpayr.injectables;

import org.jspecify.annotations.NullMarked;
