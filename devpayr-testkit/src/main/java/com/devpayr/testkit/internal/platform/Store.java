package com.devpayr.testkit.internal.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the platform. */
final class Store {
    final List<AccountRow> accounts = new ArrayList<>();
    final Table<ProjectRow> projects = new Table<>();
    final Table<DomainRow> domains = new Table<>();
    final Table<LicenseRow> licenses = new Table<>();
    final Table<InjectableRow> injectables = new Table<>();
    final Map<String, LicenseRow> licensesByKey = new HashMap<>();
    final Table<ApiKeyRow> keys = new Table<>();

    AccountRow account(String name) {
        return accounts.stream()
                .filter(account -> account.name.equals(name))
                .findFirst()
                .orElseGet(() -> add(name));
    }

    private AccountRow add(String name) {
        AccountRow account = new AccountRow(accounts.size() + 1L, name);
        accounts.add(account);
        return account;
    }
}
