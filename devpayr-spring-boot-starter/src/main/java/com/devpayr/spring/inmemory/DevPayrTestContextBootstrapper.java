package com.devpayr.spring.inmemory;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Test context bootstrapper for {@link DevPayrTest}. */
final class DevPayrTestContextBootstrapper extends TestSliceTestContextBootstrapper<DevPayrTest> {}
