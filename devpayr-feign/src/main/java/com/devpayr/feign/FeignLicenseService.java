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
    @RequestLine("GET /project/{project}/licenses")
    Page<License> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine("GET /project/{project}/licenses/{license}")
    License get(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine("POST /project/{project}/licenses")
    License create(@Param("project") long projectId, LicenseDraft draft);

    @Override
    @RequestLine("PUT /project/{project}/licenses/{license}")
    License update(@Param("project") long projectId, @Param("license") long licenseId, LicenseUpdate update);

    @Override
    @RequestLine("POST /project/{project}/licenses/{license}/revoke")
    void revoke(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine("POST /project/{project}/licenses/{license}/reactivate")
    void reactivate(@Param("project") long projectId, @Param("license") long licenseId);

    @Override
    @RequestLine("DELETE /project/{project}/licenses/{license}")
    void delete(@Param("project") long projectId, @Param("license") long licenseId);
}
