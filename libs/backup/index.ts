export { type BackupKey, type BackupManifest, type BackupTable, type KeyPurpose } from './backup-manifest';
export { inspectBackup, type InspectedBackup } from './inspect-backup';
export { restoreBackup, type RestoreReport, type RestoreRequest } from './restore-backup';
export { keyFilesOf, type KeyFiles } from './signing-keys';
export { verifyInstallation, type InstallationVerification } from './verify-installation';
export { writeBackup, type BackupRequest } from './write-backup';
