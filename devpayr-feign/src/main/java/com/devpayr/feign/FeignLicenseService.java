package com.devpayr.feign;

import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link LicenseService} with the annotations of Feign. */
interface FeignLicenseService extends LicenseService {
    @Override
    @RequestLine(value = "GET /project/{project}/licenses", decodeSlash = false)
    Page<License> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine(value = "GET /project/{project}/licenses/{license}", decodeSlash = false)
    License get(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine(value = "POST /project/{project}/licenses", decodeSlash = false)
    License create(@Param("project") long projectId, LicenseDraft draft);

    @Override
    @RequestLine(value = "PUT /project/{project}/licenses/{license}", decodeSlash = false)
    License update(@Param("project") long projectId, @Param("license") long licenseId, LicenseUpdate update);

    @Override
    @RequestLine(value = "POST /project/{project}/licenses/{license}/revoke", decodeSlash = false)
    void revoke(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine(value = "POST /project/{project}/licenses/{license}/reactivate", decodeSlash = false)
    void reactivate(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine(value = "DELETE /project/{project}/licenses/{license}", decodeSlash = false)
    void delete(@Param("project") long projectId, @Param("license") long licenseId);
}
